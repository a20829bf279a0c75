/** What is said while we wait, and where there is nothing to show. */

import { h } from "./dom.js";

export const loading = () => h("p.loading", { role: "status" }, "Loading …");

/** A quiet word in the place of what is not there. */
export const nothing = (text, ...more) => h("div.notice", null, h("p", null, text), ...more);

/** What went wrong, and what can be done; `more` is what the view itself has to offer. */
export function failure(error, ...more) {
  const { heading, text } = told(error);
  return h("div.notice.failed", { role: "alert" }, h("h2", null, heading), h("p", null, text), ...more, again(error));
}

function told(error) {
  const said = sentence(error.message);
  if (error.status === undefined) return { heading: "The explorer made a mistake", text: said };
  if (error.status === 0) return { heading: "No connection", text: `${said} ${sentence(error.hint)}` };
  if (error.status === 404) return { heading: "Not in the graph", text: said };
  if (/no answer within|more memory/.test(error.message)) {
    return { heading: "Too much for one request", text: `${said} A narrower question may do: one thing less known, or fewer steps.` };
  }
  if (error.status === 503) return { heading: "The server is busy", text: `${said} ${sentence(error.hint)}` };
  if (error.status < 500) return { heading: "This cannot be asked so", text: `${said} ${sentence(error.hint)}` };
  return { heading: "The server could not answer", text: `${said} ${sentence(error.hint)}` };
}

function again(error) {
  const worth = error.status === 0 || error.status >= 500 || error.status === undefined;
  return worth && h("p", null, h("button", { type: "button", onclick: () => location.reload() }, "Try again"));
}

/** A message of the server as a sentence. */
export function sentence(text) {
  if (!text) return "";
  const whole = text[0].toUpperCase() + text.slice(1);
  return /[.?!…]$/.test(whole) ? whole : `${whole}.`;
}

/** Why nothing is drawn. */
export const undrawn = () =>
  nothing(
    "Nothing is drawn here: this installation came without its drawing libraries, since npm’s registry could not be " +
      "reached when it was built. Installing kg again with a connection brings them. What would be drawn is listed below.",
  );
