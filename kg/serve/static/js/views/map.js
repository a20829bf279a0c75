/** Events and agreements by the city where they were held or signed. */

import { get, library, words } from "../api.js";
import { address, h, number, plural, replace, s } from "../dom.js";
import { csvButton, downloads, drawingButtons } from "../download.js";
import { nothing, undrawn } from "../notices.js";
import { longList, thing } from "../parts.js";
import { here, restate } from "../router.js";

const NARROW = 600; // pixels of a window below which the map is taller, and its names larger
const NAMED = 24; // so many places bear their names
const LARGEST = 16;

/** /map?place=… */
export async function view(params, signal) {
  const [known, { places }] = await Promise.all([words(), get("places", {}, signal)]);
  const title = "Map";
  if (!places.length) return { title, content: h("div.page", null, h("h1", null, "Map"), nothing("No event or agreement of the graph has a place with known coordinates.")) };
  places.sort((a, b) => b.events.length - a.events.length || (a.label < b.label ? -1 : 1));
  const side = h("section.atplace", { "aria-live": "polite", "aria-label": "What happened there" });
  const world = await outline();
  const svg = world && picture(world, places, choose);

  function choose(place, push = true) {
    for (const mark of svg ? svg.querySelectorAll(".place") : []) mark.classList.toggle("chosen", mark.dataset.id === place.id);
    replace(side, h("h2", null, thing({ ...place, type: "Place" }, known)), longList(place.events, (event) => thing(event, known), { first: 30, what: "event", tag: "ul.plainlist" }));
    if (push && here().path === "/map") restate(address("/map", { place: place.id }), { push: false });
  }

  const asked = places.find((place) => place.id === params.get("place"));
  if (asked) choose(asked, false);
  else replace(side, h("p.note", null, "Choose a place to see what was held or signed there."));
  const total = places.reduce((sum, place) => sum + place.events.length, 0);
  const content = h(
    "div.page", null, h("h1", null, "Where it happened"), h("p.note", null, `${plural(total, "event or agreement", "events and agreements")} in ${plural(places.length, "place")}`),
    svg ? h("div.map", null, svg) : undrawn(), side,
    h("section", null, h("h2", null, "All places"), longList(places, (place) => placeButton(place, choose, side), { first: 60, what: "place", tag: "ul.columns" })),
    downloads(csvButton("map", () => rows(places)), svg && drawingButtons("map", svg)),
  );
  return { title, content };
}

function placeButton(place, choose, side) {
  const action = () => {
    choose(place);
    side.scrollIntoView({ block: "nearest" });
  };
  return h("button.plain", { type: "button", onclick: action }, place.label, " ", h("small", null, number(place.events.length)));
}

/** The outlines of countries, or null where this installation has no drawing libraries. */
async function outline() {
  const there = await Promise.all([library("d3.min.js"), library("topojson-client.min.js")]);
  if (!there.every(Boolean)) return null;
  const response = await fetch("/static/vendor/countries-110m.json");
  return response.ok ? response.json() : null;
}

function picture(world, places, choose) {
  const [WIDTH, HEIGHT] = innerWidth < NARROW ? [420, 320] : [960, 480];
  const { d3, topojson } = window;
  const projection = d3.geoNaturalEarth1().fitExtent([[6, 6], [WIDTH - 6, HEIGHT - 6]], { type: "Sphere" });
  const path = d3.geoPath(projection);
  const land = s("path.land", { d: path(topojson.feature(world, world.objects.countries)) });
  const borders = s("path.borders", { d: path(topojson.mesh(world, world.objects.countries, (a, b) => a !== b)) });
  const marks = s("g.places");
  const plane = s("g", null, land, borders, marks);
  const svg = s("svg.world", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "Map of the world with the places of events and agreements" }, plane);
  const size = d3.scaleSqrt([0, Math.max(12, d3.max(places, (place) => place.events.length))], [2, LARGEST]);
  const drawn = places.map((place) => ({ place, at: projection([place.longitude, place.latitude]), r: size(place.events.length) })).filter(({ at }) => at);
  const labels = freeLabels(drawn, 1);
  append(marks, drawn, labels, choose);
  const zoom = d3.zoom().scaleExtent([1, 12]).translateExtent([[0, 0], [WIDTH, HEIGHT]]).filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : !event.button && !(event.touches?.length === 1)));
  zoom.on("zoom", ({ transform }) => {
    plane.setAttribute("transform", transform);
    rescale(marks, drawn, transform.k);
  });
  d3.select(svg).call(zoom);
  focusOn(d3, svg, zoom, drawn, [WIDTH, HEIGHT]);
  return svg;
}

function append(marks, drawn, labels, choose) {
  for (const { place, at, r } of [...drawn].reverse()) {
    const group = s(
      "g.place", { "data-id": place.id, tabindex: "0", role: "button", "aria-label": `${place.label}, ${plural(place.events.length, "event or agreement", "events and agreements")}`, transform: `translate(${at})` },
      s("title", null, `${place.label}: ${place.events.length}`), s("circle", { r }), s("text", { x: r + 4, y: 4 }, place.label),
    );
    if (!labels.has(place.id)) group.classList.add("unnamed");
    group.addEventListener("click", () => choose(place));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(place);
    });
    marks.append(group);
  }
}

/** Which places can bear their names without one covering another. */
function freeLabels(drawn, k) {
  const taken = [];
  const named = new Set();
  for (const { place, at, r } of drawn) {
    if (named.size >= NAMED * k) break;
    const box = { left: at[0] * k + r, right: at[0] * k + r + 8 + place.label.length * 7, top: at[1] * k - 8, bottom: at[1] * k + 8 };
    if (taken.some((one) => box.left < one.right && box.right > one.left && box.top < one.bottom && box.bottom > one.top)) continue;
    taken.push(box);
    named.add(place.id);
  }
  return named;
}

/** Marks and names keep their size, however near one looks. */
function rescale(marks, drawn, k) {
  const labels = freeLabels(drawn, k);
  const at = new Map(drawn.map((one) => [one.place.id, one.at]));
  for (const mark of marks.children) {
    mark.setAttribute("transform", `translate(${at.get(mark.dataset.id)}) scale(${1 / k})`);
    mark.classList.toggle("unnamed", !labels.has(mark.dataset.id));
  }
}

/** Begin with the part of the world where something happened. */
function focusOn(d3, svg, zoom, drawn, [width, height]) {
  const [left, right] = d3.extent(drawn, ({ at }) => at[0]);
  const [top, bottom] = d3.extent(drawn, ({ at }) => at[1]);
  const k = Math.min(4, 0.6 * Math.min(width / (right - left + width / 8), height / (bottom - top + height / 6)));
  if (k <= 1.2) return;
  d3.select(svg).call(zoom.transform, d3.zoomIdentity.translate(width / 2 - (k * (left + right)) / 2, height / 2 - (k * (top + bottom)) / 2).scale(k));
}

function rows(places) {
  const heads = ["place", "latitude", "longitude", "event or agreement", "class", "iri"];
  return [heads, ...places.flatMap((place) => place.events.map((event) => [place.label, place.latitude, place.longitude, event.label, event.type, event.id]))];
}
