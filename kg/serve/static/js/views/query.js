/** The named queries with their parameters, and SPARQL of one's own; rows as a table. */

import { get, queries, send } from "../api.js";
import { address, announce, h, plural, replace } from "../dom.js";
import { csvButton, downloads, save } from "../download.js";
import { failure, loading, nothing } from "../notices.js";
import { articleAddress, entityAddress, field, table, webAddress } from "../parts.js";
import { go } from "../router.js";
import { combobox } from "../searchbox.js";

const FIRST = 100;
const NARROW = 760; // pixels: there the list of queries would hide what was chosen
const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
const EXAMPLE = "SELECT ?class (COUNT(*) AS ?things) WHERE {\n  ?thing a ?class ; rdfs:label ?label .\n}\nGROUP BY ?class ORDER BY DESC(?things)";

/** /query?name=…&PARAMETER=…, or /query?sparql=… */
export async function view(params, signal) {
  const all = await queries();
  const chosen = all.find((query) => query.name === params.get("name"));
  const sparql = params.get("sparql");
  const result = h("section.result", { "aria-label": "Result", "aria-live": "polite" });
  const content = h(
    "div.page", null, h("h1", null, "Query"),
    h("div.querypage", null, h("nav.queries", { "aria-label": "Named queries" }, h("details", { open: innerWidth > NARROW || !chosen }, h("summary", null, "Ready-made"), h("ul.plainlist", null, all.map((query) => h("li", null, h("a", { href: address("/query", { name: query.name }), "aria-current": query === chosen ? "page" : null }, query.title))))), h("p", null, h("a", { href: "/query" }, "SPARQL of your own"))),
      h("div", null, chosen ? named(chosen, params) : free(sparql ?? EXAMPLE), result)),
  );
  if (sparql) run(result, () => ask(sparql, signal), "result", signal);
  else if (chosen && isReady(chosen, params)) run(result, () => get("query", values(chosen, params), signal), chosen.name, signal);
  return { title: chosen?.title ?? "Query", content };
}

const isReady = (query, params) => params.has("run") || !query.parameters.some((one) => !one.optional && one.default === null && !params.get(one.name));

const values = (query, params) => ({ name: query.name, ...Object.fromEntries(query.parameters.map(({ name }) => [name, params.get(name)])) });

function named(query, params) {
  const inputs = query.parameters.map((one) => [one, parameter(one, params.get(one.name) ?? "")]);
  const submit = (event) => {
    event.preventDefault();
    const given = Object.fromEntries(inputs.map(([one, { input }]) => [one.name, input.value.trim()]));
    go(address("/query", { name: query.name, ...given, run: 1 }));
  };
  return [
    h("h2", null, query.title), h("p", null, query.description),
    h("form.row", { onsubmit: submit }, inputs.map(([one, { element }]) => field(one.name, element, hint(one))), h("button.main", { type: "submit" }, "Run")),
    h("details", null, h("summary", null, "Its SPARQL"), h("pre", null, query.sparql), h("p", null, h("a", { href: address("/query", { sparql: query.sparql }) }, "Change it"))),
  ];
}

function parameter(one, value) {
  const label = `${one.name}: ${one.description || one.type}`;
  if (one.type === "entity") return combobox({ id: `param-${one.name}`, label, value, pick: () => {} });
  const input = h("input", { type: "text", value, "aria-label": label, placeholder: one.default ?? "", required: !one.optional && one.default === null, inputmode: one.type === "integer" ? "numeric" : null });
  return { element: input, input };
}

const hint = (one) => [one.description, one.optional && "may be left out", one.default !== null && `${one.default} unless given`].filter(Boolean).join("; ");

function free(text) {
  const area = h("textarea", { rows: "12", spellcheck: "false", "aria-label": "SPARQL query" });
  area.value = text;
  const submit = (event) => {
    event?.preventDefault();
    go(address("/query", { sparql: area.value }));
  };
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  });
  return [
    h("h2", null, "SPARQL"), h("p.note", null, "SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes kg:, rdf:, rdfs:, xsd:, owl:, skos:, dct:, prov:, oa: and geo: need no declaration."),
    h("form", { onsubmit: submit }, area, h("p", null, h("button.main", { type: "submit" }, "Run"), h("small", null, " Ctrl+Enter"))),
  ];
}

async function run(result, ask, name, signal) {
  replace(result, loading());
  try {
    replace(result, shown(await ask(), name));
  } catch (error) {
    if (signal.aborted) return;
    replace(result, failure(error));
  }
  announce(result.firstChild?.textContent ?? "");
}

/** What /sparql answers, as columns and rows, or as text where it is a graph. */
async function ask(query, signal) {
  const response = await send("/sparql", { method: "POST", headers: { Accept: ACCEPT, "Content-Type": "application/sparql-query" }, body: query, signal });
  if (!response.headers.get("content-type").includes("json")) return { text: await response.text() };
  const document = await response.json();
  if ("boolean" in document) return { columns: ["answer"], rows: [[document.boolean]] };
  const columns = document.head.vars;
  return { columns, rows: document.results.bindings.map((binding) => columns.map((column) => binding[column]?.value ?? null)) };
}

function shown({ columns, rows, text }, name) {
  if (text !== undefined) {
    const button = h("button", { type: "button", onclick: () => save(`${name}.ttl`, new Blob([text], { type: "text/turtle" })) }, "Turtle");
    return [h("p.note", null, plural(text.split("\n").length, "line"), " of Turtle"), h("pre.long", { tabindex: "0" }, text), downloads(button)];
  }
  if (!rows.length) return nothing("No rows: the query ran, and the graph holds nothing that fits.");
  const article = columns.indexOf("article");
  const row = (values) => h("tr", null, values.map((value, i) => h(kind(value), null, cell(value, i === article))));
  const grid = table("Result", columns, []);
  const body = grid.querySelector("tbody");
  return [h("p.note", null, plural(rows.length, "row")), filled(grid, body, rows, row), downloads(csvButton(name, () => [columns, ...rows]))];
}

/** Rows come by the hundred: a browser that lays out a hundred thousand at once stands still. */
function filled(grid, body, rows, row) {
  let at = 0;
  const more = h("button", { type: "button" }, "Show more rows");
  const add = () => {
    body.append(...rows.slice(at, at + FIRST).map(row));
    at += FIRST;
    more.hidden = at >= rows.length;
  };
  more.addEventListener("click", add);
  add();
  return [grid, h("p.more", null, more)];
}

const LONG = 60; // letters from which on a column needs room

const kind = (value) => (typeof value === "number" ? "td.number" : String(value ?? "").length > LONG ? "td.long" : "td");

function cell(value, isArticle) {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  if (isArticle && !value.includes("://")) return h("a", { href: articleAddress(value) }, value);
  if (/^https?:\/\/\S+\/(person|organization|place|event|agreement|programme)\/\S+$/.test(value)) return h("a", { href: entityAddress(value) }, value.split("/").at(-1));
  const link = /^https?:\/\/\S+$/.test(value) && webAddress(value);
  return link ? h("code", { title: link }, value) : value;
}
