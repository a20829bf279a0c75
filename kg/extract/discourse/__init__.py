"""The events of an article, and what "the two sides", "the ceremony", "he" stand for."""
