/** Beside a drawing: what was chosen in it, its ties, and the sentences behind one. */

import { get } from "../api.js";
import { announce, h, plural, replace } from "../dom.js";
import { failure } from "../notices.js";
import { classLabel, longList, relationLabel, sentences, thing } from "../parts.js";

/** A panel; `node(…)` and `edge(…)` say what it shows. */
export function panel(words) {
  const element = h("aside.panel", { "aria-label": "What is chosen" });

  function node(chosen, nodes, edges, { open, toggle }) {
    const byId = new Map(nodes.map((one) => [one.id, one]));
    const mine = edges.filter((edge) => edge.subject === chosen.id || edge.object === chosen.id);
    const action = !chosen.center && h("button", { type: "button", onclick: toggle }, open ? "Take its neighbours away" : "Show its neighbours");
    replace(
      element,
      h("p.kicker", null, classLabel(chosen.type, words)), h("h3", null, thing(chosen, words)), action && h("p", null, action),
      h("p.note", null, plural(mine.length, "tie"), " in this drawing"),
      longList(mine, (edge) => tieButton(edge, chosen, byId, words, () => show(edge, byId)), { first: 12, what: "tie", tag: "ul.ties" }),
    );
  }

  async function show(edge, byId) {
    const [from, to] = [byId.get(edge.subject), byId.get(edge.object)];
    const head = h("p.tie", null, thing(from, words), " ", h("em", null, relationLabel(edge.predicate, words)), " ", thing(to, words));
    replace(element, head, h("p.loading", null, "Loading …"));
    try {
      const { evidence, articles } = await get("tie", { subject: edge.subject, predicate: edge.predicate, object: edge.object });
      replace(element, head, sentences(evidence, articles, 3));
      announce(plural(evidence.length, "sentence"));
    } catch (error) {
      replace(element, head, failure(error));
    }
  }

  const hint = (text) => replace(element, h("p.note", null, text));
  return { element, node, edge: (edge, nodes) => show(edge, new Map(nodes.map((one) => [one.id, one]))), hint };
}

function tieButton(edge, chosen, byId, words, action) {
  const inverse = edge.object === chosen.id;
  const other = byId.get(inverse ? edge.subject : edge.object);
  return h(
    "button.plain.tie", { type: "button", onclick: action, title: "Show the sentences" },
    h("em", null, relationLabel(edge.predicate, words, inverse)), " ", other.label, h("small", null, ` ${plural(edge.articles, "article")}`),
  );
}
