/** The explorer: one page, which looks at its own address. */

import { h, replace } from "./dom.js";
import { failure, loading } from "./notices.js";
import { start } from "./router.js";
import { searchbox } from "./searchbox.js";

const VIEWS = {
  "/": () => import("./views/home.js"),
  "/search": () => import("./views/search.js"),
  "/entity": () => import("./views/entity.js"),
  "/article": () => import("./views/article.js"),
  "/articles": () => import("./views/articles.js"),
  "/path": () => import("./views/path.js"),
  "/map": () => import("./views/map.js"),
  "/timeline": () => import("./views/timeline.js"),
  "/query": () => import("./views/query.js"),
};
const PATIENCE = 120; // milliseconds before "loading" is shown: less than that would only flicker

const main = document.getElementById("main");
const search = searchbox({ id: "q", label: "Search names, or ask a question", placeholder: "A name, or a question" });
replace(document.getElementById("searchbox"), search.element);

start(async (path, params, signal) => {
  const timer = setTimeout(() => replace(main, loading()), PATIENCE);
  search.set(path === "/search" ? params.get("q") ?? "" : "");
  mark(path);
  try {
    const { view } = await (VIEWS[path] ?? VIEWS["/"])();
    const { title, content } = await view(params, signal);
    if (signal.aborted) return;
    clearTimeout(timer);
    document.title = title ? `${title} · kg` : "kg";
    replace(main, content);
    main.querySelector("[data-target]")?.scrollIntoView({ block: "center" });
  } catch (error) {
    clearTimeout(timer);
    if (signal.aborted) return;
    document.title = "Not shown · kg";
    replace(main, h("div.page", null, failure(error)));
  } finally {
    clearTimeout(timer);
  }
});

/** Tell which part of the explorer we are in. */
function mark(path) {
  const part = path === "/article" ? "/articles" : path;
  for (const link of document.querySelectorAll("header nav a")) {
    if (link.getAttribute("href") === part) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
