/** Which ties and neighbours are drawn: by relation, by class, and by the time of the articles. */

import { h } from "../dom.js";
import { dot, field } from "../parts.js";

const DATE = "\\d{4}(-\\d{2}){0,2}";

/**
 * The filters as a form that tells `changed` the new values at once.
 * @param {{relation: string[], type: string[], since: string, until: string}} chosen
 */
export function filters(words, chosen, changed) {
  const relations = Object.entries(words.relations).filter(([, relation]) => !relation.literal);
  const classes = Object.entries(words.classes);
  const form = h(
    "form.filters", { onchange: tell, onsubmit: (event) => { event.preventDefault(); tell(); } },
    h("fieldset", null, h("legend", null, "Relations"), relations.map(([name, { label }]) => chip("relation", name, label, chosen.relation))),
    h("fieldset", null, h("legend", null, "Classes"), classes.map(([name, { label }]) => chip("type", name, label, chosen.type, dot(name, words)))),
    h("fieldset.times", null, h("legend", null, "Articles published"), period("since", "from", chosen.since), period("until", "to", chosen.until)),
    h("button", { type: "button", onclick: clear }, "Clear filters"),
  );
  function tell() {
    if (!form.reportValidity()) return;
    const data = new FormData(form);
    changed({ relation: data.getAll("relation"), type: data.getAll("type"), since: data.get("since"), until: data.get("until") });
  }
  function clear() {
    for (const input of form.querySelectorAll("input")) {
      input.checked = false;
      if (input.type === "text") input.value = "";
    }
    tell();
  }
  const used = chosen.relation.length + chosen.type.length + Boolean(chosen.since) + Boolean(chosen.until);
  return h("details", { open: used > 0 }, h("summary", null, "Filter by relation, class and time"), form);
}

function chip(name, value, label, chosen, mark) {
  return h("label.chip", null, h("input", { type: "checkbox", name, value, checked: chosen.includes(value) }), mark, label);
}

const period = (name, label, value) =>
  field(label, h("input", { type: "text", name, value: value ?? "", pattern: DATE, placeholder: "2024-05", size: "10", title: "A year, a month or a day, such as 2024, 2024-05 or 2024-05-09" }));
