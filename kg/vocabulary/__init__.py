"""The vocabulary: classes and relations, read from ``ontology.ttl``."""

from kg.vocabulary.reader import EntityClass, Relation, Vocabulary, load_vocabulary

__all__ = ["EntityClass", "Relation", "Vocabulary", "load_vocabulary"]
