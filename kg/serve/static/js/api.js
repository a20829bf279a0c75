/** Asks the server. What goes wrong becomes an ApiError that a person can read. */

import { address } from "./dom.js";

export class ApiError extends Error {
  /** @param {number} status 0 where no server answered */
  constructor(status, message, hint) {
    super(message);
    this.status = status;
    this.hint = hint;
  }
}

/** The document that the JSON interface gives at `path`, below /api. */
export async function get(path, params = {}, signal = undefined) {
  const response = await send(address(`/api/${path}`, params), { signal });
  return response.json();
}

/** The response of a request; an ApiError where it failed. */
export async function send(url, options = {}) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError(0, "the server does not answer", "is kg serve still running?");
  }
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  throw new ApiError(response.status, told.error ?? `the server answered ${response.status}`, told.hint ?? null);
}

/** Remembers what does not change while a page is open; a failure is not remembered. */
function once(load) {
  let kept = null;
  return () => {
    kept ??= load().catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

/** Classes and relations. */
export const words = once(() => get("words"));
/** The named queries. */
export const queries = once(async () => (await get("queries")).queries);
/** Events and agreements with their dates. */
export const times = once(async () => (await get("times")).events);

const libraries = new Map();

/** Load a vendored script, once; false where this installation has none. */
export function library(file) {
  if (!libraries.has(file)) libraries.set(file, load(`/static/vendor/${file}`));
  return libraries.get(file);
}

function load(src) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}
