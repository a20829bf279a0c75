"""Which words are names, of what kind, and which are offices."""
