"""Identity: which things that articles name are one, and what the graph calls them."""

from kg.resolve.cluster import Decision
from kg.resolve.resolver import Delta, Resolution, Resolver, resolve

__all__ = ["Decision", "Delta", "Resolution", "Resolver", "resolve"]
