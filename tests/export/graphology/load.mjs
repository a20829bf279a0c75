// node load.mjs FILE: loads a .gexf or .graphml with strict options, twice: into the plain constructor, which the
// parsers widen as they need, and (GEXF) into a directed multigraph that the file must respect. Prints what came out.
import { readFileSync } from "node:fs";
import { MultiDirectedGraph, MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

// The XML parser only warns of what is not well-formed.
for (const level of ["warn", "error"]) {
  console[level] = (...words) => {
    throw new Error(words.join(" "));
  };
}

const file = process.argv[2];
const text = readFileSync(file, "utf8");
const strict = { addMissingNodes: false, allowUndeclaredAttributes: false };
let graph;
if (file.endsWith(".gexf")) {
  graph = gexf.parse(MultiGraph, text, strict);
  const respected = gexf.parse(MultiDirectedGraph, text, { ...strict, respectInputGraphType: true });
  if (respected.order !== graph.order || respected.size !== graph.size) throw new Error("the two readings differ");
} else {
  graph = graphml.parse(MultiGraph, text, strict);
}
console.log(
  JSON.stringify({
    order: graph.order,
    size: graph.size,
    type: graph.type,
    nodes: Object.fromEntries(graph.mapNodes((id, data) => [id, data])),
    edges: Object.fromEntries(graph.mapEdges((id, data, source, target) => [id, { ...data, source, target }])),
  }),
);
