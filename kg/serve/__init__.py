"""The explorer in the browser, a JSON interface and a SPARQL endpoint: one server that only reads.

The request goes one way: ``app`` takes it from the network, ``pool`` hands it to a process that may be stopped,
``jobs`` and ``sparql`` answer it there from a view of the graph, and the reply comes back as bytes.
"""

from kg.serve.app import make_app
from kg.serve.limits import Limits
from kg.serve.running import run

__all__ = ["Limits", "make_app", "run"]
