/** What one wants to know first: of an event who, where and when, of an agreement its parties. */

import { h, number } from "../dom.js";
import { modalityTag } from "../parts.js";
import { other } from "./facts.js";

const FIRST = {
  Event: [["Date", "heldOn"], ["Place", "heldIn"], ["Organisers", "organized", true], ["Speakers", "spokeAt", true], ["Took part", "attended", true], ["Agreements signed", "agreementCount"], ["Signed there", "signedAt", true], ["Promoted by", "promotes", true]],
  Agreement: [["Parties", "party"], ["Signatories", "signatory"], ["Date", "signedOn"], ["Place", "signedIn"], ["Signed at", "signedAt"], ["Subject", "subjectMatter"]],
  Person: [["Represents", "represents"]],
  Organization: [["Seat", "locatedIn"], ["Part of", "partOf"], ["Represented by", "represents", true]],
};
const MOST = 6;

/** A list of terms for the head of the page; null where the graph knows none of them. */
export function upFront(profile, known) {
  const rows = (FIRST[profile.type] ?? []).map(([label, relation, inverse = false]) => row(label, profile.facts.filter((f) => f.relation === relation && f.inverse === inverse), known));
  const shown = rows.filter(Boolean);
  return shown.length > 0 && h("dl.upfront", null, shown);
}

function row(label, facts, known) {
  const told = facts.filter((fact) => fact.modality === "asserted" || fact.modality === "planned");
  if (!told.length) return null;
  const things = told.slice(0, MOST).map((fact) => h("li", null, other(fact, known), modalityTag(fact.modality)));
  const more = told.length > MOST && h("li", null, h("small", null, `and ${number(told.length - MOST)} more`));
  return h("div", null, h("dt", null, label), h("dd", null, h("ul", null, things, more)));
}
