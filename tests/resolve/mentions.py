"""B³ of identity over the mentions of articles with gold: ``python -m tests.resolve.mentions FOLDER…``.

A mention is a place where the extractor found a name that the article's gold gives to one entity. Gold entities of
two articles are one where class and first name agree; events and agreements are their article's own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path

from kg.articles import read_article
from kg.extract import load_extractor
from kg.model import Extractor, Referent
from kg.resolve import Resolver
from kg.resolve.forms import fold

Mention = tuple[str, int, int]


def b_cubed(said: Mapping[Mention, Hashable], gold: Mapping[Mention, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of clusters of the same mentions."""
    both = Counter((said[m], gold[m]) for m in gold)
    of_said, of_gold = Counter(said[m] for m in gold), Counter(gold.values())
    precision = sum(both[said[m], gold[m]] / of_said[said[m]] for m in gold) / len(gold)
    recall = sum(both[said[m], gold[m]] / of_gold[gold[m]] for m in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def clusters(
    folders: Iterable[Path], extractor: Extractor
) -> tuple[dict[Mention, Hashable], dict[Mention, Hashable], dict[Mention, str]]:
    """The mentions of the golden articles in these folders (each with ``articles`` and ``gold``): the entity that
    identity gives to each, the one of the gold, and the mention's text."""
    resolver, gold, text_of = Resolver(), dict[Mention, Hashable](), dict[Mention, str]()
    referents: dict[str, Sequence[Referent]] = {}
    for folder in folders:
        for path in sorted((folder / "gold").glob("*.json")):
            known = json.loads(path.read_text(encoding="utf-8"))
            article = read_article(folder / "articles" / known["doc"], known["doc"])
            named = _names(known["doc"], known["entities"])
            referents[article.name] = extractor.extract(article).referents
            for referent in referents[article.name]:
                for mention in referent.mentions:
                    text = mention.span.of(article.text)
                    meant = named.get((referent.type, fold(text)), set())
                    if mention.form == "name" and len(meant) == 1:
                        place = (article.name, mention.span.start, mention.span.end)
                        gold[place], text_of[place] = next(iter(meant)), text
    resolver.change(referents)
    said: dict[Mention, Hashable] = {}
    for name, found in referents.items():
        entity_of = resolver.entity_of(name)
        for referent in found:
            for mention in referent.mentions:
                said[name, mention.span.start, mention.span.end] = entity_of[referent.key]
    return {m: said[m] for m in gold}, gold, text_of


def _names(article: str, entities: Mapping[str, Mapping[str, object]]) -> dict[tuple[str, str], set[Hashable]]:
    found: dict[tuple[str, str], set[Hashable]] = defaultdict(set)
    for key, entity in entities.items():
        names, kind = entity["names"], str(entity["type"])
        assert isinstance(names, list)
        own = kind in ("Event", "Agreement")
        meant = (article, key) if own else (kind, fold(names[0]))
        for name in names:
            found[kind, fold(name)].add(meant)
    return found


def main() -> None:
    """Print the score, and the clusters that are wrong."""
    said, gold, text_of = clusters(map(Path, sys.argv[1:]), load_extractor())
    print(f"{len(gold)} mentions: precision {{:.3f}}, recall {{:.3f}}, F1 {{:.3f}}".format(*b_cubed(said, gold)))
    for name, one, other in (("torn apart", gold, said), ("thrown together", said, gold)):
        members: dict[Hashable, set[Hashable]] = defaultdict(set)
        for mention in gold:
            members[one[mention]].add(other[mention])
        for key, parts in members.items():
            if len(parts) > 1:
                texts = sorted({f"{m[0]}: {text_of[m]}" for m in gold if one[m] == key})
                print(f"{name}: {key} — {sorted(map(str, parts))} — {texts[:6]}")


if __name__ == "__main__":
    main()
