/** An article with its names and statements marked; an address may name a sentence by its offsets. */

import { get, words } from "../api.js";
import { h, plural } from "../dom.js";
import { csvButton, downloads } from "../download.js";
import { nothing } from "../notices.js";
import { byline, classLabel, dot, entityAddress, longList, modalityTag, original, relationLabel, slice, thing } from "../parts.js";

/** /article?name=…&start=…&end=… */
export async function view(params, signal) {
  const name = params.get("name") ?? "";
  if (!name) return { title: "An article", content: h("div.page", null, nothing("Which article? See the ", h("a", { href: "/articles" }, "list of articles"), ".")) };
  const [known, article] = await Promise.all([words(), get("article", { name }, signal)]);
  const things = new Map(article.things.map((one) => [one.number, one]));
  const start = Number.parseInt(params.get("start"), 10);
  const end = Number.parseInt(params.get("end"), 10);
  const context = { things, known, isTarget: (sentence) => sentence.start < end && sentence.end > start };
  const title = article.title || article.source?.title || article.article;
  const shown = article.passages.filter((passage) => !isTitle(passage, title));
  const heading = article.passages.find((passage) => isTitle(passage, title));
  const content = h(
    "article.page.reading", null,
    h("header.head", null, h("p.kicker", null, ...byline(article.source)), heading ? passageRow({ ...heading, kind: "title" }, context) : h("h1", null, title), about(article)),
    shown.map((passage) => passageRow(passage, context)),
    inThis(article, known),
    downloads(csvButton(title, () => rows(article, things, known), "Statements as CSV")),
  );
  return { title, content };
}

const isTitle = (passage, title) => passage.sentences.length === 1 && passage.sentences[0].text === title;

function about({ article, source }) {
  return h("p.note", null, article, source?.author && ` · ${source.author}`, original(source), source?.copy_of && h("span.tag", null, "repeats ", source.copy_of));
}

/** The text on one side, what it states on the other (below it, where the page is narrow). */
function passageRow({ kind, sentences }, context) {
  const texts = new Map(sentences.map((one) => [one, sentenceText(one, context)]));
  const tag = kind === "title" ? "h1" : kind === "heading" ? "h2" : "p";
  const notes = sentences.filter((one) => one.statements.length).map((one) => statements(one, texts.get(one), context));
  return h("div.passage", null, h(tag, null, [...texts.values()].map((text) => [text, " "])), notes.length > 0 && h("div.notes", null, notes));
}

function sentenceText(one, context) {
  const parts = [];
  let at = one.start;
  const cut = (from, to) => slice(one.text, from - one.start, to - one.start);
  for (const mention of outermost(one.mentions)) {
    parts.push(cut(at, mention.start), mark(mention, cut(mention.start, mention.end), context));
    at = mention.end;
  }
  const target = context.isTarget(one);
  return h("span.said", target ? { "data-target": "", class: "said target" } : null, parts, cut(at, one.end));
}

function outermost(mentions) {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((mention) => mention.start >= end && (end = mention.end));
}

function mark({ things: numbers }, text, { things, known }) {
  const named = numbers.map((number) => things.get(number)).filter(Boolean);
  const [first] = named;
  if (!first?.id) return h("span.name", null, text);
  const link = h("a.name", { href: entityAddress(first.id), title: named.map((one) => `${one.label} (${classLabel(one.type, known)})`).join("; ") }, text);
  link.style.setProperty("--class", known.classes[first.type]?.colour ?? "");
  return link;
}

function statements(one, text, context) {
  const light = (on) => () => text.classList.toggle("lit", on);
  const list = h("ul.statements", { onmouseenter: light(true), onmouseleave: light(false), onfocusin: light(true), onfocusout: light(false) }, one.statements.map((statement) => h("li", null, said(statement, context))));
  if (context.isTarget(one)) list.classList.add("target");
  return list;
}

function said(statement, { things, known }) {
  const end = (number) => {
    const found = things.get(number);
    return found?.id ? thing(found, known) : h("span", null, found?.label ?? "?");
  };
  const object = typeof statement.object === "number" ? end(statement.object) : h("span", null, statement.object.value);
  return [end(statement.subject), " ", h("em", null, relationLabel(statement.predicate, known)), " ", object, " ", modalityTag(statement.modality)];
}

function inThis(article, known) {
  const named = article.things.filter((one) => one.id);
  if (!named.length) return nothing("No name was recognised in this article.");
  const classes = [...new Set(named.map((one) => one.type))];
  return h(
    "section.inthis", null, h("h2", null, "Named here"),
    classes.map((type) => {
      const mine = named.filter((one) => one.type === type);
      return h("div", null, h("h3", null, dot(type, known), plural(mine.length, classLabel(type, known))), longList(mine, (one) => thing(one, known), { first: 30, what: "name", tag: "ul.inline" }));
    }),
  );
}

function rows(article, things, known) {
  const label = (end) => (typeof end === "number" ? things.get(end)?.label : end.value);
  const heads = ["subject", "relation", "object", "modality", "confidence", "sentence", "start", "end", "statement"];
  const sentences = article.passages.flatMap((passage) => passage.sentences);
  return [heads, ...sentences.flatMap((one) => one.statements.map((s) => [label(s.subject), relationLabel(s.predicate, known), label(s.object), s.modality, s.confidence, one.text, one.start, one.end, s.id]))];
}
