"""Who holds which office, and who stands beside whom, as the words of a block tell it."""
