/** What is drawn of a neighbourhood: the thing's own, and that of each thing which was opened in it. */

import { get } from "../api.js";

export const MOST = 200;
const OPENED = 15; // neighbours that one more opened thing brings

/** Reads neighbourhoods, and keeps those that are open. */
export class Neighbourhoods {
  /** @param {string} center IRI or name  @param {object} options limit, relation, type, since, until */
  constructor(center, options) {
    this.center = center;
    this.options = options;
    this.parts = new Map();
  }

  /** Read the thing's own neighbourhood, with other options if any are given. */
  async read(options = {}, signal = undefined) {
    this.options = { ...this.options, ...options };
    const found = await get("near", { name: this.center, ...this.options }, signal);
    this.center = found.center;
    this.parts.delete(found.center);
    this.parts = new Map([[found.center, found], ...this.parts]);
  }

  /** Open a thing that is shown: its neighbours are shown, too. */
  async open(id, signal = undefined) {
    const { relation, type, since, until } = this.options;
    this.parts.set(id, await get("near", { name: id, limit: OPENED, relation, type, since, until }, signal));
  }

  /** Take away what opening a thing has brought. */
  close(id) {
    if (id !== this.center) this.parts.delete(id);
  }

  isOpen = (id) => this.parts.has(id);

  /** The IRIs of what was opened beside the thing itself. */
  get opened() {
    return [...this.parts.keys()].filter((id) => id !== this.center);
  }

  get own() {
    return this.parts.get(this.center);
  }

  get nodes() {
    const nodes = new Map();
    for (const part of this.parts.values()) {
      for (const node of part.nodes) {
        const known = nodes.get(node.id);
        nodes.set(node.id, { ...node, articles: Math.max(node.articles, known?.articles ?? 0), center: node.id === this.center, open: this.isOpen(node.id) });
      }
    }
    return [...nodes.values()];
  }

  get edges() {
    const edges = new Map();
    for (const part of this.parts.values()) {
      for (const edge of part.edges) edges.set(`${edge.subject} ${edge.predicate} ${edge.object}`, edge);
    }
    return [...edges.values()];
  }
}
