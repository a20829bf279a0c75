"""Shows an article with its names, coreference and statements marked: as values, and as a page of HTML."""

from kg.annotate.document import annotation_json
from kg.annotate.html import html_page
from kg.annotate.marking import Annotation, Mark, MarkedThing, Passage, Saying, Sentence, annotate, annotate_stored

__all__ = [
    "Annotation",
    "Mark",
    "MarkedThing",
    "Passage",
    "Saying",
    "Sentence",
    "annotate",
    "annotate_stored",
    "annotation_json",
    "html_page",
]
