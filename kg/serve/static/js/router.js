/** Every view has an address; going there needs no new page. */

import { announce } from "./dom.js";

let shown = null;
let render = async () => {};

/** Where we are: the path, and the parameters as URLSearchParams. */
export const here = () => ({ path: location.pathname, params: new URLSearchParams(location.search) });

/** Begin to follow links. `show(path, params, signal)` renders a view; the signal tells that it is not wanted any more. */
export function start(show) {
  render = show;
  history.scrollRestoration = "manual";
  document.addEventListener("click", follow);
  window.addEventListener("popstate", (event) => display({ scroll: event.state?.scroll ?? 0 }));
  display({ scroll: 0, first: true });
}

/** Go to an address of the explorer. */
export function go(to) {
  remember();
  history.pushState({ scroll: 0 }, "", to);
  display({ scroll: 0 });
}

/** The address tells a new state of the view that is shown; the view itself stays. */
export function restate(to, { push = false } = {}) {
  if (to === location.pathname + location.search) return;
  if (push) {
    remember();
    history.pushState({ scroll: scrollY }, "", to);
  } else {
    history.replaceState({ scroll: scrollY }, "", to);
  }
}

function remember() {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
}

async function display({ scroll, first = false }) {
  shown?.abort();
  const mine = (shown = new AbortController());
  const { path, params } = here();
  await render(path, params, mine.signal);
  if (mine.signal.aborted) return;
  if (location.hash && first) return;
  if (!document.querySelector("[data-target]") || scroll) window.scrollTo(0, scroll);
  announce(document.title);
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.download || "native" in link.dataset) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname.startsWith("/api/")) return;
  event.preventDefault();
  if (to.hash && to.pathname === location.pathname && to.search === location.search) {
    jump(to.hash);
    return;
  }
  go(to.pathname + to.search);
  document.getElementById("main").focus({ preventScroll: true });
}

function jump(hash) {
  const target = document.getElementById(hash.slice(1));
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "start" });
}
