/** Events and agreements in the order of their dates, with a bar for every year. */

import { times, words } from "../api.js";
import { address, h, plural } from "../dom.js";
import { csvButton, downloads } from "../download.js";
import { nothing } from "../notices.js";
import { classLabel, date, dot, longList, thing } from "../parts.js";


const MOST = 2000; // so many the server gives

/** /timeline?year=…&type=… */
export async function view(params) {
  const [known, events] = await Promise.all([words(), times()]);
  const year = params.get("year") ?? "";
  const type = params.get("type") ?? "";
  const title = year ? `Timeline ${year}` : "Timeline";
  const head = h("h1", null, "When it happened");
  const dated = events.flatMap((event) => event.dates.map((day) => ({ day, event })));
  if (!dated.length) return { title, content: h("div.page", null, head, nothing("No event or agreement of the graph has a date.")) };
  const ofType = dated.filter(({ event }) => !type || event.type === type);
  const shown = ofType.filter(({ day }) => day.startsWith(year)).sort((a, b) => (a.day < b.day ? 1 : -1));
  const content = h(
    "div.page", null, head, classes(dated, type, year, known), bars(ofType, year, type),
    h("p.note", null, plural(shown.length, "dated event or agreement", "dated events and agreements"), !year && events.length >= MOST && ", the latest", year && [` in ${year} · `, h("a", { href: address("/timeline", { type }) }, "all years")]),
    shown.length ? longList(shown, (one) => entry(one, known), { first: 100, what: "entry", tag: "ol.dates" }) : nothing("None in this time."),
    downloads(csvButton(title, () => [["date", "event or agreement", "class", "iri"], ...shown.map(({ day, event }) => [day, event.label, event.type, event.id])])),
  );
  return { title, content };
}

const entry = ({ day, event }, known) => h("div.entry", null, h("div.when", null, date(day)), h("div", null, thing(event, known)));

function classes(dated, type, year, known) {
  const names = [...new Set(dated.map(({ event }) => event.type))];
  if (names.length < 2) return null;
  const link = (name, label) => h("a.chip", { href: address("/timeline", { year, type: name }), "aria-current": name === type ? "true" : null }, name && dot(name, known), label);
  return h("nav.chips", { "aria-label": "Classes" }, link("", "All"), names.map((name) => link(name, plural(2, classLabel(name, known)).replace("2 ", ""))));
}

/** A bar for every year from the first to the last; the years lead to themselves. */
function bars(dated, chosen, type) {
  const counts = new Map();
  for (const { day } of dated) counts.set(day.slice(0, 4), (counts.get(day.slice(0, 4)) ?? 0) + 1);
  const years = [...counts.keys()].sort();
  if (!years.length) return null;
  const [first, last] = [Number(years[0]), Number(years.at(-1))];
  const all = last - first < 200 ? Array.from({ length: last - first + 1 }, (_, i) => String(first + i)) : years;
  const most = Math.max(...counts.values());
  return h("ol.bars", { "aria-label": "Events and agreements by year" }, all.map((year) => h("li", null, bar(year, counts.get(year) ?? 0, most, chosen, type))));
}

function bar(year, count, most, chosen, type) {
  const column = h("span.column", null, h("span.fill"));
  column.firstChild.style.height = `${(100 * count) / most}%`;
  const label = [column, h("span.year", null, year), h("span.unseen", null, `: ${count}`)];
  if (!count) return h("span.bar", null, label);
  return h("a.bar", { href: address("/timeline", { year, type }), title: `${year}: ${count}`, "aria-current": year === chosen ? "true" : null }, label);
}
