/** The neighbourhood of a thing as a drawing that opens further when clicked, with filters and what can be taken away. */

import { library } from "../api.js";
import { address, announce, h, number, plural, replace } from "../dom.js";
import { csvButton, downloads, drawingButtons, fileButton } from "../download.js";
import { failure, undrawn } from "../notices.js";
import { relationLabel, table, thing } from "../parts.js";
import { restate } from "../router.js";
import { drawing } from "./drawing.js";
import { filters } from "./filters.js";
import { panel } from "./panel.js";
import { MOST, Neighbourhoods } from "./state.js";

const FIRST = 40;
const NARROW = 12;

const narrow = () => innerWidth < 600;

/** The whole view, from what the address says. */
export async function neighbourhoodView(profile, params, words, signal) {
  const chosen = { relation: params.getAll("relation"), type: params.getAll("type"), since: params.get("since"), until: params.get("until") };
  const limit = Math.min(MOST, Number(params.get("limit")) || (narrow() ? NARROW : FIRST));
  const state = new Neighbourhoods(profile.id, { ...chosen, limit });
  await state.read({}, signal);
  await Promise.all(params.getAll("open").slice(0, 20).map((id) => state.open(id, signal).catch(() => null)));
  return interactive(profile, state, chosen, words, await library("d3.min.js"));
}

function interactive(profile, state, chosen, words, drawable) {
  const side = panel(words);
  const told = h("p.note", { role: "status" });
  const list = h("div");
  const takeaway = h("div");
  const picture = drawable ? drawing({ d3: window.d3, words, label: `Neighbourhood of ${profile.label}`, height: 560, onnode, onedge: (edge) => side.edge(edge, state.nodes) }) : null;
  side.hint("Choose a thing in the drawing to see its ties and to draw its neighbours; choose a line to read its sentences.");

  async function attempt(action) {
    try {
      await action();
      draw();
    } catch (error) {
      replace(side.element, failure(error));
    }
  }

  async function onnode(id) {
    if (!state.isOpen(id)) await attempt(() => state.open(id));
    select(id);
  }

  function select(id) {
    const node = state.nodes.find((one) => one.id === id);
    if (!node) return;
    picture?.choose(id);
    picture?.focus(id);
    side.node(node, state.nodes, state.edges, { open: state.isOpen(id), toggle: () => toggle(id) });
  }

  async function toggle(id) {
    if (state.isOpen(id)) {
      state.close(id);
      draw();
      select(state.nodes.some((one) => one.id === id) ? id : state.center);
    } else {
      await onnode(id);
    }
  }

  function draw() {
    const { nodes, edges, own } = state;
    picture?.show(nodes, edges);
    const more = own.nodes.length - 1 < own.total && state.options.limit < MOST;
    replace(
      told, `Showing ${number(own.nodes.length - 1)} of ${plural(own.total, "neighbour")}`, state.opened.length > 0 && `, and those of ${plural(state.opened.length, "opened thing")}`, ". ",
      more && h("button", { type: "button", onclick: () => attempt(() => state.read({ limit: Math.min(MOST, state.options.limit + FIRST) })) }, "Show more"),
    );
    replace(list, tieTable(nodes, edges, words));
    replace(takeaway, takeaways(profile, state, picture, words));
    announce(told.firstChild.textContent);
    if (told.isConnected) remember(profile, state); // not when one has gone elsewhere meanwhile
  }

  const form = filters(words, chosen, (values) => {
    for (const id of state.opened) state.close(id);
    attempt(() => state.read(values));
  });
  whenShown(picture?.element ?? list, draw);
  return h(
    "section.neighbourhood", { "aria-label": "Neighbourhood" },
    form, told, picture ? h("div.split", null, picture.element, side.element) : undrawn(), takeaway,
    h("details", { open: !picture }, h("summary", null, "The same as a list"), list),
  );
}

/** A drawing needs its width, which it has when it stands in the page. */
export function whenShown(element, action) {
  const observer = new ResizeObserver(() => {
    if (!element.isConnected) return;
    observer.disconnect();
    action();
  });
  observer.observe(element);
}

function remember(profile, state) {
  const { relation, type, since, until, limit } = state.options;
  const usual = limit === FIRST || limit === NARROW;
  restate(address("/entity", { name: profile.id, tab: "graph", relation, type, since, until, limit: usual ? null : limit, open: state.opened }));
}

function takeaways(profile, state, picture, words) {
  const file = (format) => address("/api/export", { name: profile.id, hops: 1, format });
  return downloads(
    csvButton(`${profile.label} neighbourhood`, () => rows(state, words)),
    picture && drawingButtons(`${profile.label} neighbourhood`, picture.svg),
    fileButton(file("gexf"), profile.label, "gexf", "GEXF"), fileButton(file("turtle"), profile.label, "ttl", "Turtle"),
  );
}

function rows(state, words) {
  const labels = new Map(state.nodes.map((node) => [node.id, node.label]));
  const heads = ["subject", "relation", "object", "articles", "subject iri", "predicate", "object iri"];
  return [heads, ...state.edges.map((e) => [labels.get(e.subject), relationLabel(e.predicate, words), labels.get(e.object), e.articles, e.subject, e.predicate, e.object])];
}

/** Ties as a table: for those who do not see the drawing, or want to read on. */
export function tieTable(nodes, edges, words) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const row = (edge) =>
    h("tr", null, h("td", null, thing(byId.get(edge.subject), words)), h("td", null, relationLabel(edge.predicate, words)), h("td", null, thing(byId.get(edge.object), words)), h("td.number", null, number(edge.articles ?? 1)));
  return table("Ties", ["Subject", "Relation", "Object", "Articles"], edges.map(row));
}
