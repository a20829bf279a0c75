"""The things of an article: which names, groups and offices mean one and the same."""
