"""Frames against clauses: what is stated of the things."""
