"""Identity: which things that articles name are one, and what the graph calls them."""

from kg.resolve.judged import Conflict
from kg.resolve.resolver import Delta, Resolution, Resolver, resolve

__all__ = ["Conflict", "Delta", "Resolution", "Resolver", "resolve"]
