"""The parse of a block, with names as single tokens: clauses, their parts, and how they are said."""
