/** How two things are connected: a drawing of the ways, and each step with its sentences. */

import { ApiError, get, library, words } from "../api.js";
import { address, h, plural } from "../dom.js";
import { csvButton, downloads, drawingButtons } from "../download.js";
import { drawing } from "../graph/drawing.js";
import { whenShown } from "../graph/neighbourhood.js";
import { failure, nothing, undrawn } from "../notices.js";
import { entityAddress, field, relationLabel, select, sentences, thing } from "../parts.js";
import { go } from "../router.js";
import { combobox } from "../searchbox.js";

const WIDE = 700; // pixels for a drawing from left to right
const HOPS = [2, 3, 4, 5, 6, 8];

/** /path?start=…&end=…&max_hops=…&through_places=… */
export async function view(params, signal) {
  const asked = { start: params.get("start") ?? "", end: params.get("end") ?? "", max_hops: params.get("max_hops") ?? "6", through_places: params.get("through_places") === "true" };
  const title = asked.start && asked.end ? `${asked.start} – ${asked.end}` : "Paths";
  const head = [h("h1", null, "Paths between two things"), form(asked)];
  if (!asked.start || !asked.end) return { title, content: h("div.page", null, head, nothing("Name two things to see how the articles connect them.")) };
  try {
    const [known, found] = await Promise.all([words(), get("path", { ...asked, k: 5 }, signal)]);
    return { title, content: h("div.page", null, head, await result(found, known)) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { title, content: h("div.page", null, head, missing(error, asked)) };
  }
}

function form(asked) {
  const boxes = { start: picker("start", "From", asked.start), end: picker("end", "To", asked.end) };
  const submit = (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    go(address("/path", { start: boxes.start.input.value.trim(), end: boxes.end.input.value.trim(), max_hops: data.get("max_hops") === "6" ? null : data.get("max_hops"), through_places: data.get("through_places") }));
  };
  return h(
    "form.row", { onsubmit: submit },
    field("From", boxes.start.element), field("To", boxes.end.element),
    field("At most", select(HOPS.map((n) => [n, plural(n, "step")]), Number(asked.max_hops), { name: "max_hops" })),
    h("label.chip", null, h("input", { type: "checkbox", name: "through_places", value: "true", checked: asked.through_places }), "through countries and cities"),
    h("button.main", { type: "submit" }, "Find paths"),
  );
}

const picker = (name, label, value) => combobox({ id: `path-${name}`, label, value, pick: () => {} });

function missing(error, asked) {
  const wider = error.status === 404 && /^no path/.test(error.message);
  if (!wider) return failure(error);
  const offers = [
    !asked.through_places && h("a", { href: address("/path", { ...asked, through_places: true }) }, "Also look through countries and cities"),
    Number(asked.max_hops) < 8 && h("a", { href: address("/path", { ...asked, max_hops: 8 }) }, "Allow 8 steps"),
  ].filter(Boolean);
  return failure({ status: 404, message: error.message }, offers.map((offer) => h("p", null, offer)));
}

async function result(found, known) {
  const count = found.paths.length;
  if (!count) return nothing("No path connects them.");
  return [
    h("p.lead", null, thing(found.start, known), " and ", thing(found.end, known), ` are connected in ${plural(count, "way")}; the shortest has ${plural(found.paths[0].edges.length, "step")}.`),
    await drawn(found, known),
    found.paths.map((path, i) => h("section.path", null, h("h2", null, `Path ${i + 1}`), chain(path, known), steps(path, found.articles, known))),
  ];
}

async function drawn(found, known) {
  const csv = csvButton(`${found.start.label} ${found.end.label}`, () => rows(found, known));
  if (!(await library("d3.min.js"))) return [undrawn(), downloads(csv)];
  const nodes = new Map();
  const edges = new Map();
  for (const path of found.paths) {
    path.nodes.forEach((node, i) => {
      const end = i === 0 || i === path.nodes.length - 1;
      if (!nodes.has(node.id)) nodes.set(node.id, { ...node, center: end, rank: innerWidth < WIDE ? undefined : i / (path.nodes.length - 1) });
    });
    for (const edge of path.edges) edges.set(`${edge.subject} ${edge.predicate} ${edge.object}`, { ...edge, articles: new Set(edge.evidence.map((e) => e.article)).size });
  }
  const picture = drawing({ d3: window.d3, words: known, label: `Paths from ${found.start.label} to ${found.end.label}`, height: 360, onnode: (id) => go(entityAddress(id)) });
  whenShown(picture.element, () => picture.show([...nodes.values()], [...edges.values()]));
  return [picture.element, downloads(csv, drawingButtons(`${found.start.label} ${found.end.label}`, picture.svg))];
}

/** A path as one line: things, and between them relations with the direction in which they hold. */
export function chain(path, known) {
  const parts = path.nodes.flatMap((node, i) => {
    const edge = path.edges[i];
    if (!edge) return [h("li", null, thing(node, known))];
    const inverse = edge.subject !== node.id;
    return [h("li", null, thing(node, known)), h("li.step", null, h("em", null, relationLabel(edge.predicate, known, inverse)), h("span", { "aria-hidden": "true" }, " →"))];
  });
  return h("ol.chain", null, parts);
}

function steps(path, articles, known) {
  const byId = new Map(path.nodes.map((node) => [node.id, node]));
  return h("ol.steps", null, path.edges.map((edge) =>
    h("li", null, h("p.tie", null, thing(byId.get(edge.subject), known), " ", h("em", null, relationLabel(edge.predicate, known)), " ", thing(byId.get(edge.object), known)), sentences(edge.evidence, articles, 2)),
  ));
}

function rows(found, known) {
  const heads = ["path", "step", "subject", "relation", "object", "sentence", "article", "start", "end"];
  return [heads, ...found.paths.flatMap((path, i) => {
    const labels = new Map(path.nodes.map((node) => [node.id, node.label]));
    return path.edges.flatMap((edge, j) => edge.evidence.map((e) => [i + 1, j + 1, labels.get(edge.subject), relationLabel(edge.predicate, known), labels.get(edge.object), e.quote, e.article, e.start, e.end]));
  })];
}
