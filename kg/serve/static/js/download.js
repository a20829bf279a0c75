/** Takes away what is shown: tables as CSV, drawings as SVG and PNG. */

import { send } from "./api.js";
import { h, s } from "./dom.js";
import { sentence } from "./notices.js";

const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-family", "font-weight", "text-anchor", "paint-order", "visibility", "display"];
const SCALE = 2;
const FORMULA = /^[=+\-@\t\r]/;

/** Have the browser save a file. */
export function save(name, blob) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A button that saves rows (the first names the columns) as CSV; `rows` is called when it is pressed. */
export const csvButton = (name, rows, label = "CSV") =>
  button(label, () => save(`${fileName(name)}.csv`, new Blob([csv(rows())], { type: "text/csv;charset=utf-8" })));

/** Buttons that save a drawing as SVG and as PNG. */
export function drawingButtons(name, svg) {
  return [
    button("SVG", () => save(`${fileName(name)}.svg`, new Blob([standalone(svg).text], { type: "image/svg+xml" }))),
    button("PNG", async () => save(`${fileName(name)}.png`, await png(svg))),
  ];
}

/** A row of downloads. */
export const downloads = (...items) => h("p.downloads", { "aria-label": "Downloads", role: "group" }, "Download ", ...items);

/** A button that saves a file which the server writes; where it cannot, it says why. */
export function fileButton(href, name, ending, label) {
  const told = h("span.note", { role: "alert" });
  const fetched = button(label, async () => {
    fetched.disabled = true;
    told.textContent = "";
    try {
      save(`${fileName(name)}.${ending}`, await (await send(href)).blob());
    } catch (error) {
      told.textContent = ` ${sentence(error.message)} ${sentence(error.hint)}`;
    }
    fetched.disabled = false;
  });
  return [fetched, told];
}

function button(label, action) {
  return h("button", { type: "button", onclick: action }, label);
}

/** Rows as RFC 4180 has them; what a spreadsheet would run as a formula stays text. */
export function csv(rows) {
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** The drawing as a file of its own: looks that came from the style sheet are written into it. */
function standalone(svg) {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true);
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    for (const look of LOOKS) element.setAttribute(look, style.getPropertyValue(look));
    for (const name of ["tabindex", "class"]) element.removeAttribute(name);
  });
  const paper = getComputedStyle(document.body).backgroundColor;
  copy.prepend(s("rect", { width: "100%", height: "100%", fill: paper }));
  for (const [name, value] of Object.entries({ width, height, xmlns: "http://www.w3.org/2000/svg" })) copy.setAttribute(name, value);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

async function png(svg) {
  const { text, width, height } = standalone(svg);
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = h("canvas", { width: Math.ceil(width * SCALE), height: Math.ceil(height * SCALE) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

const fileName = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "kg";
