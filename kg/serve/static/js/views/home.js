/** The start page: what is in the graph, and ways into it. */

import { ApiError, get, times, words } from "../api.js";
import { address, h, number, plural, replace } from "../dom.js";
import { nothing } from "../notices.js";
import { articleAddress, byline, classLabel, date, dot, relationLabel, thing } from "../parts.js";

const LATEST = 6;

/** / */
export async function view(params, signal) {
  const [known, { total, articles }] = await Promise.all([words(), get("articles", { limit: LATEST }, signal)]);
  if (!total) return { title: "", content: h("div.page.home", null, h("h1", null, "The graph is empty"), empty()) };
  const counts = h("div.counts", { "aria-live": "polite" });
  const happened = h("section");
  later(counts, async () => figures((await get("overview", {}, signal)).counts, known));
  later(happened, async () => latest(await times(), known));
  const content = h(
    "div.page.home", null,
    h("section.hero", null, h("h1", null, "Who met, signed and organised what, and which article says so"), h("p.lead", null, "Search a name, or ask a question in English. Every answer shows the sentences that it rests on.")),
    counts,
    h("div.twocolumns", null, happened, h("section", null, h("h2", null, "Articles"), h("ul.articlelist", null, articles.map((source) => h("li", null, h("p.kicker", null, ...byline(source)), h("a", { href: articleAddress(source.name) }, source.title || source.name)))), total > LATEST && h("p", null, h("a", { href: "/articles" }, `All ${plural(total, "article")}`)))),
  );
  return { title: "", content };
}

function empty() {
  return nothing("No article has been read into it yet. Read some, and load this page again:", h("pre", null, "kg build articles/"));
}

/** Parts that take their time come when they are there; without them the page still serves. */
async function later(element, load) {
  try {
    replace(element, await load());
  } catch (error) {
    if (error instanceof ApiError) replace(element, h("p.note", null, "The counts cannot be shown now."));
  }
}

function figures({ articles, entities, statements }, known) {
  const figure = (count, label, href) => h("li", null, h("strong", null, number(count)), " ", href ? h("a", { href }, label) : label);
  const classes = Object.entries(entities["by class"]).sort((a, b) => b[1] - a[1]);
  return [
    h("ul.figures", null, figure(articles, "articles", "/articles"), figure(entities.total, "things"), figure(statements.total, "statements")),
    h("p.classes", null, classes.map(([name, count]) => h("span.chip", null, dot(name, known), plural(count, classLabel(name, known))))),
    examples(statements["by relation"], known),
  ];
}

/** Questions that this graph can be asked, from the relations that it holds. */
function examples(relations, known) {
  const asked = { attended: "who attended …", signedMoUWith: "who signed an MoU with …", represents: "who represents …", metWith: "who met …", organized: "who organised …" };
  const told = Object.entries(asked).filter(([name]) => name in relations).map(([, text]) => h("q", null, text));
  const most = Object.keys(relations).sort((a, b) => total(relations[b]) - total(relations[a])).slice(0, 4).map((name) => relationLabel(name, known));
  return h("p.note", null, "Ask ", told.length ? told.flatMap((text, i) => [i > 0 && ", ", text]) : "a question", `. Most is told of: ${most.join(", ")}. `, h("a", { href: address("/query") }, "Ready-made queries"));
}

const total = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function latest(events, known) {
  const dated = events.filter((event) => event.dates.length).slice(-LATEST).reverse();
  if (!dated.length) return null;
  return [h("h2", null, "Latest"), h("ol.dates", null, dated.map((event) => h("li", null, h("div.entry", null, h("div.when", null, date(event.dates.at(-1))), h("div", null, thing(event, known)))))), h("p", null, h("a", { href: "/timeline" }, "The whole timeline"))];
}
