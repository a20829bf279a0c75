/** What was typed into the search box: the answer of a question, and the things of that name. */

import { ApiError, get, words } from "../api.js";
import { address, h, plural } from "../dom.js";
import { csvButton, downloads } from "../download.js";
import { failure, nothing, sentence as asSentence } from "../notices.js";
import { classLabel, longList, sentences, thing } from "../parts.js";
import { chain } from "./path.js";

const MOST = 200;

/** /search?q=… */
export async function view(params, signal) {
  const text = (params.get("q") ?? "").trim();
  if (!text) return { title: "Search", content: h("div.page", null, h("h1", null, "Search"), nothing("Type a name, or a question in English.")) };
  const [known, answered, found] = await Promise.all([
    words(),
    orError(get("ask", { q: text, limit: MOST }, signal)),
    orError(get("search", { q: text, limit: 12 }, signal)),
  ]);
  if (answered instanceof ApiError && found instanceof ApiError) throw answered;
  const matches = found.matches ?? [];
  const exact = matches[0]?.score >= 0.99;
  const answer = answered instanceof ApiError ? failure(answered) : answerPart(answered, known);
  const names = namesPart(matches, known, exact);
  return { title: text, content: h("div.page.narrow", null, exact ? [names, answer] : [answer, names]) };
}

const orError = (promise) => promise.catch((error) => {
  if (error instanceof ApiError) return error;
  throw error;
});

function namesPart(matches, known, exact) {
  if (!matches.length) return null;
  return h(
    "section.names", null,
    h("h2", null, exact ? "Of this name" : "Names like this"),
    h("ul.plainlist", null, matches.slice(0, exact ? 5 : 8).map((match) => h("li", null, thing(match, known), " ", h("small", null, classLabel(match.type, known))))),
  );
}

function answerPart(answer, known) {
  const head = [h("p.kicker", null, "Question"), h("h1", null, answer.question)];
  if (answer.status !== "answered") return h("section", null, head, notAnswered(answer, known));
  const lines = answer.answers;
  return h(
    "section.answer", null, head,
    answer.sentence && h("p.lead", { id: "answer" }, answer.sentence),
    answer.understood && h("p.understood", null, "Understood as: ", answer.understood),
    (answer.paths ?? []).map((path) => h("div.onepath", null, chain(path, known))),
    !answer.paths?.length && longList(lines, (one) => found(one, answer.articles, known), { first: 25, what: "answer", tag: "ol.answers" }),
    answer.total > lines.length && h("p.note", null, `The first ${lines.length} of ${plural(answer.total, "answer")}.`),
    answer.sparql && asked(answer),
    lines.length > 0 && downloads(csvButton(answer.question, () => rows(answer))),
  );
}

function found(one, articles, known) {
  const said = (one.said ?? []).map((text) => h("p.said", null, asSentence(text)));
  const name = one.type ? thing(one, known) : h("span", null, one.label);
  const reports = one.sources > 1 && h("small", null, ` in ${plural(one.sources, "independent report")}`);
  return h("article", null, h("h3", null, name, one.measure && h("small", null, ` ${one.measure}`), reports), said, sentences(one.evidence, articles));
}

function asked(answer) {
  return h(
    "details", null, h("summary", null, "As SPARQL"), h("pre", null, answer.sparql),
    h("p", null, h("a", { href: address("/query", { sparql: answer.sparql }) }, "Open on the query page")),
  );
}

function notAnswered(answer, known) {
  const near = answer.alternatives ?? [];
  return [
    nothing(
      answer.status === "not-in-graph" ? "The graph holds no answer to this." : "This was not understood as a question.",
      answer.understood && h("p.understood", null, asSentence(answer.understood)),
    ),
    near.length > 0 && [h("h2", null, "Did you mean"), h("ul.plainlist", null, near.map((one) => h("li", null, thing(one, known))))],
  ];
}

function rows(answer) {
  const heads = ["answer", "class", "iri", "sources", "sentence", "article", "publisher", "published", "start", "end"];
  const body = answer.answers.flatMap((one) =>
    (one.evidence.length ? one.evidence : [{}]).map((e) => {
      const source = answer.articles[e.article] ?? {};
      return [one.label, one.type, one.id, one.sources, e.quote, e.article, source.publisher, source.published, e.start, e.end];
    }),
  );
  return [heads, ...body];
}
