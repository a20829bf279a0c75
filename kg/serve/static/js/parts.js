/** What several views show alike: things, sentences, articles, long lists. */

import { address, announce, append, h, number, plural } from "./dom.js";

export const entityAddress = (id) => address("/entity", { name: id });
export const articleAddress = (name, span = {}) => address("/article", { name, start: span.start, end: span.end });

/** The colour of a class, as a dot. */
export function dot(type, words) {
  const element = h("span.dot", { "aria-hidden": "true" });
  element.style.setProperty("--class", words.classes[type]?.colour ?? "");
  return element;
}

/** The name of a class, for people. */
export const classLabel = (type, words) => words.classes[type]?.label ?? type;

/** A thing as a link, with the colour of its class. */
export function thing({ id, label, type }, words) {
  return h(
    "a.thing",
    { href: entityAddress(id), title: type && classLabel(type, words) },
    type && dot(type, words),
    h("span", null, label),
  );
}

/** A relation's words, read from its subject or from its object. */
export function relationLabel(name, words, inverse = false) {
  const relation = words.relations[name];
  if (!relation) return name;
  return inverse && !relation.symmetric ? relation.inverse || relation.label : relation.label;
}

/** A sentence with its article, publisher and date; `evidence.marks` are offsets in the article. */
export function sentence(evidence, source) {
  return h(
    "figure.sentence",
    null,
    h("blockquote", null, marked(evidence)),
    h("figcaption", null, ...cited(evidence, source)),
  );
}

/** The quote, with the words that matter marked. */
function marked({ quote, start, marks = [] }) {
  const parts = [];
  let at = 0;
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const [first, last] = [Math.max(from - start, at), to - start];
    if (last <= first || last > length(quote)) continue;
    parts.push(slice(quote, at, first), h("mark", null, slice(quote, first, last)));
    at = last;
  }
  return [...parts, slice(quote, at)];
}

/** Offsets count code points, as Python does; those of a JavaScript string count UTF-16 units. */
export const slice = (text, from, to) => Array.from(text).slice(from, to).join("");
const length = (text) => Array.from(text).length;

function cited(evidence, source) {
  const where = h("a", { href: articleAddress(evidence.article, evidence) }, source?.title || evidence.article);
  return [...byline(source, evidence.article), where, original(source)];
}

/** Publisher and date, as a line begins with them. */
export function byline(source, name = "") {
  return [
    source?.publisher && h("span.publisher", null, source.publisher),
    source?.published && date(source.published),
    !source && h("span", null, name),
  ];
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A date of whatever precision, for people and machines. */
export function date(value) {
  return h("time", { datetime: value }, readableDate(value));
}

/** 2014-12-29 as "29 December 2014". */
export function readableDate(value) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value);
  if (!match) return value;
  const [, year, month, day] = match;
  return [day && Number(day), MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** A link to where the article stood, if that is a web address. */
export function original(source) {
  const href = webAddress(source?.source);
  return href && h("a.original", { href, target: "_blank", rel: "noopener noreferrer" }, "original", h("span", { "aria-hidden": "true" }, " ↗"));
}

/** The address, if it is one of the web: others might be made to run something. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Sentences, the first few at once and the others when asked for. */
export function sentences(evidence, articles, first = 2) {
  return longList(evidence, (one) => sentence(one, articles[one.article]), { first, step: 10, what: "sentence", tag: "div.sentences", item: null });
}

/**
 * A list that begins with a few items, tells how many there are, and gives more when asked.
 * @param {Array} items
 * @param {(item: any) => Node} show
 * @param {{first?: number, step?: number, what?: string, tag?: string, item?: string|null}} options
 */
export function longList(items, show, { first = 20, step = 50, what = "item", tag = "ul", item = "li" } = {}) {
  const list = h(tag, null);
  const told = h("span.count", null);
  const button = h("button", { type: "button" }, "Show more");
  const foot = h("p.more", null, told, " ", button);
  let shown = 0;
  function add(count) {
    const fresh = items.slice(shown, shown + count).map((one) => (item ? h(item, null, show(one)) : show(one)));
    append(list, fresh);
    shown += fresh.length;
    told.textContent = `Showing ${number(shown)} of ${plural(items.length, what)}.`;
    foot.hidden = shown >= items.length;
    return fresh[0];
  }
  button.addEventListener("click", () => {
    const next = add(step);
    announce(told.textContent);
    next?.querySelector("a, button")?.focus({ preventScroll: true });
  });
  add(first);
  return [list, foot];
}

/** Planned, negated and hypothetical statements are told apart from what happened. */
export const MODALITIES = {
  planned: { label: "planned", heading: "Planned", explained: "Announced or intended. The articles do not say that it happened." },
  negated: { label: "denied", heading: "Denied", explained: "The articles say that this did not happen." },
  hypothetical: { label: "supposed", heading: "Supposed", explained: "Said as a possibility, not as a fact." },
};

/** A small label for a modality other than asserted. */
export const modalityTag = (modality) => MODALITIES[modality] && h(`span.tag.${modality}`, null, MODALITIES[modality].label);

/** A form's field with its label. */
export function field(label, control, hint) {
  return h("label.field", null, h("span", null, label), control, hint && h("small", null, hint));
}

/** A select; options are [value, label]. */
export function select(options, value, props = {}) {
  return h("select", props, options.map(([key, label]) => h("option", { value: key, selected: key === value }, label)));
}

/** A table from column heads and rows of nodes. */
export function table(caption, heads, rows) {
  return h(
    "div.scroll",
    { tabindex: "0", role: "region", "aria-label": caption },
    h("table", null, h("caption.unseen", null, caption), h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", null, rows)),
  );
}
