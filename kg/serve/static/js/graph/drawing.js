/** Draws things and their ties as SVG: to be clicked, dragged, zoomed, and walked through by keyboard. */

import { h, plural, replace, s } from "../dom.js";
import { classLabel, relationLabel } from "../parts.js";
import { arrange, radius, short } from "./layout.js";

const FEW = 14; // so many ties can all bear their names
const CROWDED = 90; // from so many on, ties that do not lead to the thing itself are drawn faintly
const STEP = 1.3;
const TALLEST = 1100;

/**
 * A drawing. `show(nodes, edges)` draws; nodes have id, label, type, articles and may be `center`, edges subject,
 * predicate, object, articles, all as /api/near gives them.
 * @param {object} options d3, words, label (what is drawn), height, onnode and onedge (told what was chosen)
 */
export function drawing({ d3, words, label, height = 460, onnode = () => {}, onedge = () => {} }) {
  const lines = s("g.edges");
  const dots = s("g.nodes");
  const world = s("g", null, lines, dots);
  const svg = s("svg.graph", { role: "group", "aria-label": label }, arrows(), world);
  const zoom = d3.zoom().scaleExtent([0.2, 4]).filter(wanted).on("zoom", ({ transform }) => world.setAttribute("transform", transform));
  const selection = d3.select(svg).call(zoom).on("dblclick.zoom", null);
  const element = h("div.drawing", null, svg, zoomButtons(selection, zoom, d3));
  const places = new Map();
  let chosen = null;

  function show(nodes, edges, width = element.clientWidth || 800) {
    const placed = nodes.map((node) => ({ ...node, most: width < 500 ? 22 : undefined, ...places.get(node.id) }));
    const needed = arrange(d3, placed, edges, width, width < 500 ? Math.min(height, 420) : height);
    placed.forEach(({ id, x, y }) => places.set(id, { x, y }));
    const tall = Math.min(TALLEST, needed);
    svg.setAttribute("viewBox", `0 0 ${width} ${tall}`);
    svg.style.height = `${tall}px`;
    const byId = new Map(placed.map((node) => [node.id, node]));
    const drawn = curves(edges).map((edge) => ({ ...edge, from: byId.get(edge.subject), to: byId.get(edge.object) }));
    replace(lines, drawn.map((edge) => tie(edge, drawn.length <= (width < 500 ? FEW / 2 : FEW))));
    svg.classList.toggle("crowded", drawn.length > CROWDED);
    replace(dots, placed.map((node) => dotFor(node)));
    selection.call(zoom.transform, d3.zoomIdentity.scale(Math.min(1, tall / needed)));
    choose(chosen);
  }

  function dotFor(node) {
    const circle = s("circle", { r: radius(node), fill: words.classes[node.type]?.colour ?? "#999" });
    const text = s("text", { y: radius(node) + 13, "text-anchor": "middle" }, short(node.label, node.most));
    const group = s(
      "g.node", { tabindex: "0", role: "button", "data-id": node.id, "aria-label": spoken(node, words), transform: `translate(${node.x},${node.y})` },
      s("title", null, `${node.label} (${classLabel(node.type, words)})`), circle, text,
    );
    if (node.center) group.classList.add("center");
    if (node.open) group.classList.add("open");
    group.addEventListener("click", () => onnode(node.id));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onnode(node.id);
    });
    for (const [on, off] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
      group.addEventListener(on, () => light(node.id));
      group.addEventListener(off, () => light(chosen));
    }
    d3.select(group).call(drag(node));
    return group;
  }

  function drag(node) {
    return d3.drag().clickDistance(4).on("drag", ({ x, y, sourceEvent }) => {
      sourceEvent.stopPropagation();
      Object.assign(node, { x, y });
      places.set(node.id, { x, y });
      svg.querySelector(`.node[data-id="${CSS.escape(node.id)}"]`)?.setAttribute("transform", `translate(${x},${y})`);
      for (const line of lines.children) line.place();
    }).subject(() => ({ x: node.x, y: node.y }));
  }

  function tie(edge, named) {
    const relation = words.relations[edge.predicate];
    const line = s("path.line", { "marker-end": relation?.symmetric ? null : "url(#arrow)" });
    const reach = s("path.reach", null);
    const name = s("text", { "text-anchor": "middle" }, relationLabel(edge.predicate, words));
    const group = s(
      "g.edge", { "data-ends": `${edge.subject} ${edge.object}` },
      s("title", null, `${edge.from.label} ${relationLabel(edge.predicate, words)} ${edge.to.label}: ${plural(edge.articles ?? 1, "article")}`),
      line, name, reach,
    );
    if (edge.from.center || edge.to.center) group.classList.add("own");
    if (named) group.classList.add("named");
    group.addEventListener("click", () => onedge(edge));
    group.place = () => {
      const { path, middle } = curve(edge);
      line.setAttribute("d", path);
      reach.setAttribute("d", path);
      name.setAttribute("x", middle[0]);
      name.setAttribute("y", middle[1] - 3);
    };
    group.place();
    return group;
  }

  function light(id) {
    const touched = new Set(id ? [id] : []);
    for (const line of lines.children) {
      const ends = line.dataset.ends.split(" ");
      const on = Boolean(id) && ends.includes(id);
      line.classList.toggle("lit", on);
      if (on) ends.forEach((end) => touched.add(end));
    }
    for (const node of dots.children) node.classList.toggle("dim", Boolean(id) && dots.children.length > 6 && !touched.has(node.dataset.id));
  }

  function choose(id) {
    chosen = id;
    for (const node of dots.children) node.classList.toggle("chosen", node.dataset.id === id);
    light(id);
  }

  const focus = (id) => svg.querySelector(`.node[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  return { element, svg, show, choose, focus };
}

function wanted(event) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey; // the wheel alone scrolls the page
  if (event.touches) return event.touches.length > 1; // and so does one finger
  return !event.button && !event.target.closest?.(".node");
}

function spoken(node, words) {
  const told = node.articles ? `, ${plural(node.articles, "article")}` : "";
  return `${node.label}, ${classLabel(node.type, words)}${told}${node.open ? ", opened" : ""}`;
}

function arrows() {
  return s("defs", null, s("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" }, s("path.tip", { d: "M0 1 8 4 0 7Z" })));
}

function zoomButtons(selection, zoom, d3) {
  const button = (sign, label, action) => h("button", { type: "button", "aria-label": label, title: label, onclick: action }, sign);
  return h(
    "div.zoom", { role: "group", "aria-label": "Zoom" },
    button("+", "Larger", () => selection.call(zoom.scaleBy, STEP)),
    button("−", "Smaller", () => selection.call(zoom.scaleBy, 1 / STEP)),
    button("⤢", "As it was", () => selection.call(zoom.transform, d3.zoomIdentity)),
  );
}

/** Several ties of one pair fan out. */
function curves(edges) {
  const seen = new Map();
  const pairs = edges.map((edge) => [edge.subject, edge.object].sort().join(" "));
  const counts = new Map();
  pairs.forEach((pair) => counts.set(pair, (counts.get(pair) ?? 0) + 1));
  return edges.map((edge, i) => {
    const nth = seen.get(pairs[i]) ?? 0;
    seen.set(pairs[i], nth + 1);
    const bend = nth - (counts.get(pairs[i]) - 1) / 2;
    return { ...edge, bend: edge.subject < edge.object ? bend : -bend };
  });
}

function curve({ from, to, bend }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / far, dy / far];
  const aside = bend * 34;
  const start = [from.x + ux * radius(from), from.y + uy * radius(from)];
  const end = [to.x - ux * (radius(to) + 3), to.y - uy * (radius(to) + 3)];
  const control = [(start[0] + end[0]) / 2 - uy * aside, (start[1] + end[1]) / 2 + ux * aside];
  const middle = [(start[0] + end[0]) / 4 + control[0] / 2, (start[1] + end[1]) / 4 + control[1] / 2];
  const round = (point) => point.map((value) => value.toFixed(1)).join(" ");
  return { path: `M${round(start)}Q${round(control)} ${round(end)}`, middle };
}
