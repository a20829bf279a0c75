/** A thing's own time line: its dates, those of the events and agreements that it is tied to, and its articles. */

import { times } from "../api.js";
import { h, plural } from "../dom.js";
import { nothing } from "../notices.js";
import { articleAddress, date, longList, modalityTag, thing } from "../parts.js";

const DATES = ["heldOn", "signedOn"];

/** The time line of a profile, latest first. */
export async function history(profile, _params, known) {
  const dated = new Map((await times()).map((event) => [event.id, event]));
  const entries = [...own(profile), ...tied(profile, dated, known), ...published(profile)];
  entries.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  if (!entries.length) return nothing("No date is told of it, and none of its articles has one.");
  return h("section.history", { "aria-label": "Timeline" }, longList(entries, entry, { first: 60, what: "entry", tag: "ol.dates" }));
}

const entry = ({ day, kind, content }) => h(`div.entry.${kind}`, null, h("div.when", null, date(day)), h("div", null, content));

const own = (profile) =>
  profile.facts.filter((fact) => DATES.includes(fact.relation) && fact.other.value).map((fact) => ({
    day: fact.other.value, kind: "own", content: [h("strong", null, fact.label === "signed on" ? "Signed" : "Held"), " ", modalityTag(fact.modality)],
  }));

function tied(profile, dated, known) {
  const found = profile.facts.filter((fact) => dated.has(fact.other.id));
  return found.flatMap((fact) => {
    const event = dated.get(fact.other.id);
    return event.dates.slice(0, 1).map((day) => ({ day, kind: "tied", content: [h("em", null, fact.label), " ", thing(event, known), " ", modalityTag(fact.modality)] }));
  });
}

function published(profile) {
  const facts = new Map();
  for (const fact of profile.facts) for (const e of fact.evidence) facts.set(e.article, (facts.get(e.article) ?? new Set()).add(fact));
  return Object.values(profile.articles).filter((source) => source.published).map((source) => ({
    day: source.published, kind: "published",
    content: [h("span.publisher", null, source.publisher ?? "Article"), " ", h("a", { href: articleAddress(source.name) }, source.title || source.name), " ", h("small", null, plural(facts.get(source.name)?.size ?? 0, "fact"))],
  }));
}
