"""The extract stage: from an article to referents and statements. Loads spaCy; nothing else of kg does."""

from kg.extract.extractor import RuleExtractor, load_extractor

__all__ = ["RuleExtractor", "load_extractor"]
