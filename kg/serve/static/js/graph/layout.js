/** Where nodes go: forces, worked out at once instead of shown, so that nothing moves while one reads. */

const TICKS = 260;
const MARGIN = 14;
const LETTER = 6.3; // pixels, on average, of a label's letter
const LINE = 16;
export const LONGEST = 30; // letters of a label, before it is cut

export const radius = (node) => (node.center ? 13 : 5 + Math.min(6, Math.sqrt(node.articles ?? 1)));
export const short = (label, most = LONGEST) => (label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label);

/**
 * Give every node its `x` and `y`; those that have a place already start from it.
 * @returns {number} the height that the drawing needs
 */
export function arrange(d3, nodes, edges, width, height) {
  for (const node of nodes) {
    const letters = short(node.label, node.most).length;
    node.half = Math.max(radius(node), (letters * LETTER) / 2) + 5;
    node.up = radius(node) + 4;
    node.down = radius(node) + LINE + 3;
  }
  const centers = new Set(nodes.filter((node) => node.center || node.open).map((node) => node.id));
  const links = edges.map((edge) => ({ source: edge.subject, target: edge.object, own: centers.has(edge.subject) || centers.has(edge.object) }));
  const sparse = nodes.length < 12;
  const simulation = d3
    .forceSimulation(nodes)
    .randomSource(steady())
    .force("link", d3.forceLink(links).id((node) => node.id).distance(sparse ? 130 : 105).strength(({ own }) => (sparse ? 0.5 : own ? 0.25 : 3 / Math.max(30, links.length))))
    .force("charge", d3.forceManyBody().strength(sparse ? -700 : -520).distanceMax(500))
    .force("x", d3.forceX((node) => column(node, width)).strength((node) => (node.rank === undefined ? 0.03 : 0.9)))
    .force("y", d3.forceY(height / 2).strength((0.05 * width) / height))
    .stop();
  simulation.tick(TICKS);
  if (nodes.every((node) => node.rank === undefined)) stretch(nodes, width, height);
  settle(nodes, width);
  return shift(nodes, height);
}

/** Things of a path stand from left to right, at the steps where they come; others where there is room. */
function column(node, width) {
  return node.rank === undefined ? width / 2 : 90 + node.rank * (width - 180);
}

/** Use the room there is: forces make a round cloud, but the page is wide and so are names. */
function stretch(nodes, width, height) {
  const widest = Math.max(...nodes.map((node) => node.half)) + MARGIN;
  spread(nodes, "x", width - 2 * widest, width / 2, 2.4);
  spread(nodes, "y", height - 80, height / 2, 1.3);
}

function spread(nodes, axis, room, middle, most) {
  const values = nodes.map((node) => node[axis]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const factor = Math.min(most, Math.max(room, 60) / Math.max(1, high - low));
  for (const node of nodes) node[axis] = middle + (node[axis] - (low + high) / 2) * factor;
}

/** Labels keep out of each other's way: of two that overlap, each gives way along the shorter side. */
function part(one, other, strength) {
  const dx = other.x - one.x;
  const dy = other.y + (other.down - other.up) / 2 - (one.y + (one.down - one.up) / 2);
  const across = one.half + other.half - Math.abs(dx);
  const along = (one.up + one.down + other.up + other.down) / 2 - Math.abs(dy);
  if (across <= 0 || along <= 0) return false;
  if (along < across) {
    const by = (dy < 0 ? -1 : 1) * along * strength;
    one.y -= by;
    other.y += by;
  } else {
    const by = (dx < 0 ? -1 : 1) * across * strength;
    one.x -= by;
    other.x += by;
  }
  return true;
}

function keepIn(node, width) {
  const side = Math.min(node.half + MARGIN, width / 2);
  node.x = Math.max(side, Math.min(width - side, node.x));
}

function settle(nodes, width) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let i = 0; i < nodes.length; i += 1) {
      for (let j = i + 1; j < nodes.length; j += 1) moved = part(nodes[i], nodes[j], 0.5) || moved;
    }
    nodes.forEach((node) => keepIn(node, width));
    if (!moved) return;
  }
}

/** Begin at the top, and tell how far down it goes. */
function shift(nodes, height) {
  const top = Math.min(...nodes.map((node) => node.y - node.up));
  const bottom = Math.max(...nodes.map((node) => node.y + node.down));
  const needed = Math.max(height, bottom - top + 2 * MARGIN);
  const by = (needed - (bottom - top)) / 2 - top;
  for (const node of nodes) node.y += by;
  return needed;
}

/** The same graph gives the same drawing. */
function steady() {
  let state = 42;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
