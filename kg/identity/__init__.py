"""Identity in a store: kept up to date, judged by persons, explained, written to a file and read from it."""
