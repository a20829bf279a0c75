/** All that the graph knows of one thing: facts with their sentences, a time line, the drawn neighbourhood. */

import { ApiError, get, words } from "../api.js";
import { address, h, plural } from "../dom.js";
import { csvButton, downloads, fileButton } from "../download.js";
import { neighbourhoodView } from "../graph/neighbourhood.js";
import { failure, nothing } from "../notices.js";
import { classLabel, dot, thing, webAddress } from "../parts.js";
import { factSections } from "./facts.js";
import { upFront } from "./upfront.js";
import { history } from "./history.js";

const TABS = { "": "Facts", time: "Timeline", graph: "Neighbourhood" };

/** /entity?name=…&tab=…, and for the drawing relation, type, since, until, limit, open. */
export async function view(params, signal) {
  const name = params.get("name") ?? "";
  if (!name) return { title: "A thing", content: h("div.page", null, h("h1", null, "A thing"), nothing("Search for a name to see what the graph knows of it.")) };
  const known = await words();
  let profile;
  try {
    profile = await get("entity", { name }, signal);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return unknown(name, error, known, signal);
    throw error;
  }
  const tab = params.get("tab") in TABS ? params.get("tab") : "";
  const body = await { "": facts, time: history, graph: neighbourhoodView }[tab](profile, params, known, signal);
  return { title: profile.label, content: h("div.page", null, header(profile, known, !tab), tabs(profile, tab), body) };
}

async function unknown(name, error, known, signal) {
  const { matches } = await get("search", { q: name, limit: 8 }, signal);
  const near = matches.length > 0 && [h("p", null, "Names like it:"), h("ul.plainlist", null, matches.map((match) => h("li", null, thing(match, known))))];
  const ask = h("p", null, h("a", { href: address("/search", { q: name }) }, "Ask it as a question"));
  return { title: "Not in the graph", content: h("div.page.narrow", null, failure(error, near, ask)) };
}

function header(profile, known, whole) {
  return h(
    "header.head", null,
    h("p.kicker", null, dot(profile.type, known), classLabel(profile.type, known), profile.country && ` · ${profile.country}`),
    h("h1", null, profile.label),
    names(profile),
    whole && upFront(profile, known),
  );
}

function names({ label, labels, posts, links, id }) {
  const others = labels.filter((one) => one !== label);
  const identifier = (link) => h("li", null, webAddress(link) ? h("a", { href: webAddress(link), target: "_blank", rel: "noopener noreferrer" }, link.replace(/^https?:\/\/(www\.)?/, "")) : link);
  return [
    posts.length > 0 && h("p.others", null, posts.join(" · ")),
    others.length > 0 && h("p.others", null, "Also called ", others.slice(0, 12).map((one, i) => [i > 0 && ", ", h("q", null, one)]), others.length > 12 && ` and ${others.length - 12} other names`),
    h("details.identifiers", null, h("summary", null, "Identifiers"), h("ul", null, h("li", null, h("code", null, id)), links.map(identifier))),
  ];
}

function tabs(profile, tab) {
  return h(
    "nav.tabs", { "aria-label": "Views of this thing" },
    Object.entries(TABS).map(([key, label]) => h("a", { href: address("/entity", { name: profile.id, tab: key }), "aria-current": key === tab ? "page" : null }, label)),
    h("a", { href: address("/path", { start: profile.label }) }, "Path to …"),
  );
}

function facts(profile, _params, known) {
  if (!profile.facts.length) return nothing("The articles name it, but nothing is said of it that the graph could keep.");
  const reports = new Set(profile.facts.flatMap((fact) => fact.evidence.map((e) => e.article))).size;
  return h(
    "section.facts", { "aria-label": "Facts" },
    h("p.note", null, `${plural(profile.facts.length, "fact")} from ${plural(reports, "article")}`),
    factSections(profile, known),
    downloads(csvButton(profile.label, () => rows(profile)), fileButton(address("/api/export", { name: profile.id, format: "turtle" }), profile.label, "ttl", "Turtle")),
  );
}

function rows(profile) {
  const heads = ["thing", "relation", "modality", "other", "other iri", "independent reports", "sentence", "article", "publisher", "published", "start", "end"];
  const body = profile.facts.flatMap((fact) =>
    fact.evidence.map((e) => {
      const source = profile.articles[e.article] ?? {};
      return [profile.label, fact.label, fact.modality, fact.other.label ?? fact.other.value, fact.other.id, fact.independent, e.quote, e.article, source.publisher, source.published, e.start, e.end];
    }),
  );
  return [heads, ...body];
}

