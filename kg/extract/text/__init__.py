"""Words, dates and the lexicon: what is known of a text before anything in it has a name."""
