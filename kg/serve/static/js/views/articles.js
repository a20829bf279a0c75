/** The articles that the graph was made from. */

import { get } from "../api.js";
import { address, h, number, plural } from "../dom.js";
import { nothing } from "../notices.js";
import { articleAddress, byline, original } from "../parts.js";

const PAGE = 50;

/** /articles?offset=… */
export async function view(params, signal) {
  const offset = Math.max(0, Number.parseInt(params.get("offset") ?? "0", 10) || 0);
  const { total, articles } = await get("articles", { offset, limit: PAGE }, signal);
  const list = articles.length
    ? h("ul.articlelist", null, articles.map((source) => h("li", null, entry(source))))
    : nothing(total ? "There are no more." : "No article has been read yet.");
  const content = h("div.page.narrow", null, h("h1", null, "Articles"), h("p.note", null, plural(total, "article"), total > PAGE && `, ${number(offset + 1)} to ${number(Math.min(offset + PAGE, total))}`), list, pages(offset, total));
  return { title: "Articles", content };
}

function entry(source) {
  return h(
    "article", null,
    h("p.kicker", null, ...byline(source)),
    h("h2", null, h("a", { href: articleAddress(source.name) }, source.title || source.name)),
    h("p.note", null, source.name, original(source), source.copy_of && h("span.tag", null, "repeats ", source.copy_of)),
  );
}

function pages(offset, total) {
  if (total <= PAGE) return null;
  const to = (at, label, rel) => h("a", { href: address("/articles", { offset: at || null }), rel }, label);
  return h(
    "nav.pages", { "aria-label": "Pages" },
    offset > 0 && to(Math.max(0, offset - PAGE), "← Earlier in the list", "prev"),
    offset + PAGE < total && to(offset + PAGE, "Further →", "next"),
  );
}
