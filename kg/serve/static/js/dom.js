/** Makes elements. Text only ever becomes text: nothing here parses markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An HTML element.
 * @param {string} tag a tag with optional classes: "p.note"
 * @param {object} [props] attributes; `onclick` and the like are listeners
 * @param {...(Node|string|number|null|undefined|false|Array)} children
 */
export function h(tag, props, ...children) {
  const [name, ...classes] = tag.split(".");
  return fill(document.createElement(name), classes, props, children);
}

/** An SVG element, as `h` makes one of HTML. */
export function s(tag, props, ...children) {
  const [name, ...classes] = tag.split(".");
  return fill(document.createElementNS(SVG, name), classes, props, children);
}

function fill(element, classes, props, children) {
  if (classes.length) element.classList.add(...classes);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

/** Put children at the end of an element; lists are taken apart, empty ones left out. */
export function append(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Put children in the place of what an element holds. */
export function replace(element, ...children) {
  element.replaceChildren();
  return append(element, ...children);
}

/** An address of the explorer with its parameters; empty ones are left out, lists repeat their name. */
export function address(path, params = {}) {
  const query = Object.entries(params)
    .flatMap(([key, value]) => [value].flat().map((one) => [key, one]))
    .filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false)
    .map(([key, value]) => `${key}=${readable(String(value))}`)
    .join("&");
  return query ? `${path}?${query}` : path;
}

/** Percent-encoded, but for what may stand in a query as it is. */
function readable(value) {
  return encodeURIComponent(value).replace(/%(3A|2F|2C)/g, decodeURIComponent).replace(/%20/g, "+");
}

/** A number as people write it. */
export const number = (value) => Number(value).toLocaleString("en");

/** "1 article", "2 articles". */
export const plural = (count, one, many = severalOf(one)) => `${number(count)} ${count === 1 ? one : many}`;

const severalOf = (one) => (one === "person" ? "people" : `${one.replace(/([^aeiou])y$/, "$1ie")}s`);

/** Tell those who do not see the page what has happened. */
export function announce(text) {
  document.getElementById("live").textContent = text;
}
