"""Answers questions in plain English: question → items → plan → SPARQL → answer with its sentences."""

from kg.ask.answer import Answer, Citation, Found
from kg.ask.asking import answer
from kg.ask.plan import Plan

__all__ = ["Answer", "Citation", "Found", "Plan", "answer"]
