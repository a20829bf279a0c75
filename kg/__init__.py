"""kg: news about cooperation between countries, as a knowledge graph that cites its sources."""
