/** A box for names and questions, which suggests things while one types (the combobox pattern of WAI-ARIA). */

import { get, words } from "./api.js";
import { address, announce, h, plural, replace } from "./dom.js";
import { classLabel, dot, entityAddress } from "./parts.js";
import { go } from "./router.js";

const DELAY = 130; // milliseconds without a key before the server is asked
const SHOWN = 8;

/** The search box at the top: a suggestion leads to its page, anything else is searched for or answered. */
export function searchbox({ id, label, placeholder }) {
  const box = combobox({ id, label, placeholder, pick: (thing) => go(entityAddress(thing.id)) });
  const form = h("form.search", { action: "/search", onsubmit: submit }, box.element, h("button", { type: "submit", "aria-label": "Search" }, "⌕"));
  function submit(event) {
    event.preventDefault();
    box.close();
    const text = box.input.value.trim();
    if (text) go(address("/search", { q: text }));
  }
  box.input.name = "q";
  return { element: form, set: (text) => box.set(text), focus: () => box.input.focus() };
}

/**
 * An input with suggestions of things; `pick` is told which one was chosen.
 * @returns {{element: Element, input: HTMLInputElement, set: Function, close: Function}}
 */
export function combobox({ id, label, placeholder = "", value = "", pick }) {
  const list = h("ul.suggestions", { id: `${id}-list`, role: "listbox", "aria-label": "Suggestions", hidden: true });
  const input = h("input", {
    id, type: "text", placeholder, value, role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, maxlength: "2000",
  });
  const state = { things: [], at: -1, timer: 0, asked: null };

  function close() {
    clearTimeout(state.timer);
    state.asked?.abort();
    state.at = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(thing) {
    close();
    input.value = thing.label;
    pick(thing);
  }

  function move(to) {
    const count = state.things.length;
    state.at = ((to + 1 + count + 1) % (count + 1)) - 1; // one place before the first: the text itself
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === state.at)));
    const option = list.children[state.at];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  async function suggest() {
    const text = input.value.trim();
    state.asked?.abort();
    state.asked = new AbortController();
    if (!text) return close();
    try {
      const [found, known] = await Promise.all([get("search", { q: text, limit: SHOWN }, state.asked.signal), words()]);
      if (document.activeElement === input) show(found.matches, known);
    } catch {
      close(); // suggestions are a help: without them, the question can still be asked
    }
  }

  function show(things, known) {
    state.things = things;
    if (!things.length) return close();
    replace(list, things.map((thing, i) => option(thing, i, known)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    move(-1);
    announce(plural(things.length, "suggestion"));
  }

  function option(thing, i, known) {
    return h(
      "li",
      { id: `${id}-${i}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); choose(thing); } },
      dot(thing.type, known), h("span.name", null, thing.label), h("span.kind", null, classLabel(thing.type, known)),
    );
  }

  input.addEventListener("input", () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(suggest, DELAY);
  });
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) move(state.at + (event.key === "ArrowDown" ? 1 : -1));
      else suggest();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && open && state.at >= 0) {
      event.preventDefault();
      choose(state.things[state.at]);
    }
  });
  input.addEventListener("blur", close);
  return { element: h("div.combobox", null, input, list), input, close, set: (text) => { input.value = text; close(); } };
}
