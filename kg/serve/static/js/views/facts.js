/** Facts by relation, what happened before what is planned, denied or supposed. */

import { h, number, plural } from "../dom.js";
import { date, longList, MODALITIES, modalityTag, sentences, thing } from "../parts.js";

const OPEN = 30; // so many facts are shown with their sentences at once
const FIRST = 20;

/** The facts of a profile as sections. */
export function factSections(profile, known) {
  const groups = grouped(profile.facts);
  const few = profile.facts.length <= OPEN;
  const done = groups.filter((group) => group.modality === "asserted");
  const index = groups.length > 2 && h("ul.index", { "aria-label": "Relations" }, groups.map((group) => h("li", null, h("a", { href: `#${group.anchor}` }, group.label, modalityTag(group.modality)), " ", h("small", null, number(group.facts.length)))));
  const others = Object.entries(MODALITIES).map(([modality, { heading, explained }]) => {
    const mine = groups.filter((group) => group.modality === modality);
    return mine.length > 0 && h(`section.modality.${modality}`, null, h("h2", null, heading), h("p.note", null, explained), mine.map((group) => section(group, profile, known, few)));
  });
  return [index, done.map((group) => section(group, profile, known, few)), others];
}

function grouped(facts) {
  const groups = new Map();
  for (const fact of facts) {
    const key = `${fact.modality} ${fact.relation} ${fact.inverse}`;
    if (!groups.has(key)) groups.set(key, { label: fact.label, modality: fact.modality, anchor: key.replaceAll(" ", "-"), facts: [] });
    groups.get(key).facts.push(fact);
  }
  for (const group of groups.values()) group.facts.sort((a, b) => b.independent - a.independent);
  return [...groups.values()];
}

function section({ label, anchor, facts }, profile, known, open) {
  const many = facts.length > 1 && h("small", null, ` ${number(facts.length)}`);
  return h(
    "section.relation", { id: anchor, tabindex: "-1" },
    h("h3", null, label, many),
    longList(facts, (fact) => line(fact, profile, known, open), { first: FIRST, what: "fact", tag: "ul.factlist" }),
  );
}

/** The sentences of a closed fact are made when it is opened: a hub has thousands. */
function line(fact, profile, known, open) {
  const details = h("details", { open }, h("summary", null, other(fact, known), " ", modalityTag(fact.modality), reports(fact)));
  const fill = () => details.open && details.children.length === 1 && details.append(h("div", null, sentences(fact.evidence, profile.articles, 3)));
  details.addEventListener("toggle", fill);
  fill();
  return details;
}

const reports = ({ independent, evidence }) =>
  h("small.reports", null, independent > 1 ? plural(independent, "independent source") : plural(evidence.length, "sentence"));

/** The other end of a fact: a thing, a date or a value. */
export function other(fact, known) {
  if (fact.other.id) return thing({ ...fact.other, type: classOf(fact.other.id, known) }, known);
  return /^\d{4}(-\d\d){0,2}$/.test(fact.other.value) && known.relations[fact.relation]?.label.includes(" on") ? date(fact.other.value) : h("span", null, fact.other.value);
}

/** The class is part of a thing's IRI, unless it is somebody else's. */
export function classOf(id, known) {
  const part = id.split("/").at(-2);
  return Object.keys(known.classes).find((name) => name.toLowerCase() === part);
}
