"""The extractor as a whole: whatever it is given, what it gives back is sound, and the same in every process."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg.extract
from kg.extract import load_extractor
from kg.extract.extractor import RuleExtractor
from kg.extract.frames import Frame, built_in_frames
from kg.extract.standard import StandardExtractor
from kg.model import Article, Block, Extraction, Extractor, Literal, Span
from kg.vocabulary import load_vocabulary
from tests.extract.reading import article, laid_out

ROOT = Path(kg.extract.__file__).parents[2]
STORY = (
    "Kenya's Trade Minister Ruth Kilonzo met her Peruvian counterpart Carlos Soto at the Lake Basin Fisheries Forum.",
    "Kwanza Bank, Zenith Insurance and the University of Lima signed agreements on Monday. The Forum ended on Friday.",
    "A delegation led by Dr. Amina Yusuf, Dean of Gezira University's Medical Faculty, visited the Embassy of Chad.",
)


def as_json(extraction: Extraction) -> str:
    """All of an extraction, in its own order."""
    return json.dumps(asdict(extraction), sort_keys=True)


SCRIPT = """
from tests.extract.test_extractor import STORY, as_json
from tests.extract.reading import article
from kg.extract import load_extractor
extractor = load_extractor()
print(extractor.version, as_json(extractor.extract(article(*STORY))))
"""


def test_every_process_gives_the_same(extractor: Extractor) -> None:
    extraction = extractor.extract(article(*STORY))
    assert len(extraction.statements) > 8
    for seed in ("1", "2"):
        output = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed},
            cwd=ROOT,
        ).stdout
        assert output.strip() == f"{extractor.version} {as_json(extraction)}"


def test_words_of_one_article_are_not_kept() -> None:
    rules = RuleExtractor(built_in_frames(), load_vocabulary())
    strings = rules._nlp.vocab.strings
    before = len(strings)
    rules.extract(article("Zyquila Vontrek of Plimbura Holdings met Ruxolan Ebbiwist at the Quarndel Forum in Lima."))
    assert len(strings) == before


def test_an_article_does_not_change_the_reading_of_the_next(extractor: Extractor) -> None:
    alone = as_json(extractor.extract(article(STORY[2])))
    extractor.extract(article(*STORY))
    assert as_json(extractor.extract(article(STORY[2]))) == alone


def check(extraction: Extraction, given_article: Article) -> None:
    """Whether an extraction is sound, whatever it says."""
    vocabulary = load_vocabulary()
    kinds = {referent.key: referent.type for referent in extraction.referents}
    assert len(kinds) == len(extraction.referents)
    seen = set()
    for statement in extraction.statements:
        end = statement.object
        seen.add((statement.subject, statement.predicate, end, statement.modality))
        end_kind = None if isinstance(end, Literal) else kinds[end]
        assert vocabulary.accepts(statement.predicate, kinds[statement.subject], end_kind)
        assert statement.subject != end
        assert 0 < statement.confidence <= 1
        assert statement.frame
        assert statement.evidence
        assert list(statement.evidence) == sorted(set(statement.evidence))
        for evidence in statement.evidence:
            assert evidence.article == given_article.name
            assert evidence.quote == given_article.text[evidence.start : evidence.end] != ""
            assert any(evidence.span in block.span for block in given_article.blocks)
    assert len(seen) == len(extraction.statements)
    for referent in extraction.referents:
        assert referent.label == referent.labels[0]
        assert len(set(referent.labels)) == len(referent.labels)
        for mention in referent.mentions:
            assert mention.span.of(given_article.text).strip()


SUBJECTS = (
    "Kwanza Bank",
    "The National Fisheries Board (NFB)",
    "Ruth Kilonzo, Managing Director of Kwanza Bank,",
    "Kenya's Trade Minister Ruth Kilonzo",
    "Kenya and Peru",
    "She",
    "The two countries",
    "A delegation led by Carlos Soto",
    "Gen.Tamba Moyo",
    "Kenya-Peru cooperation",
)
VERBS = ("signed an MoU with", "met", "will visit", "did not attend", "spoke at", "organised", "agreed to work with")
OBJECTS = (
    "Zenith Insurance",
    "Zenith Holdings Co., Ltd.",
    "the 4th Lake Basin Fisheries Forum",
    "a webinar on fish",
    "Lima",
    "its partners",
    "the Embassy of Chad in Lima",
    "her counterpart",
    "each other",
)
TAILS = (" on Monday.", " in Kisumu on 3 May 2024.", ".", "!", "\nin March", " (the first ever).", " – “at last”.")
SENTENCES = st.builds(
    lambda *parts: f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}",
    *(st.sampled_from(each) for each in (SUBJECTS, VERBS, OBJECTS, TAILS)),
)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARAGRAPHS, st.sampled_from(["", "# ", "- ", "> "]))
def test_small_articles_give_what_is_sound(extractor: Extractor, paragraphs: list[str], mark: str) -> None:
    plain = article(*paragraphs)
    check(extractor.extract(plain), plain)
    marked = laid_out("\n\n".join(f"{mark}{paragraph}" for paragraph in paragraphs))
    check(extractor.extract(marked), marked)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=30) | SENTENCES, max_size=4))
def test_any_text_is_read(extractor: Extractor, paragraphs: list[str]) -> None:
    odd = article(*paragraphs, published=None)
    check(extractor.extract(odd), odd)


ODD = {
    "nothing": "",
    "spaces": "   \t  ",
    "line breaks": "\n\n\n",
    "punctuation": "… — !!! ??? ;;; ,,, ((( ))) ''' \"\"\" … -- – .",
    "one letter": "A",
    "emoji": "🎉🎉 Kwanza Bank 🤝 Zenith Insurance 🇰🇪🇵🇪 signed 👍🏽 👩‍👩‍👧 an agreement 🎉.",
    "right to left": "التقى الوزير كارلوس سوتو في ليما. Kwanza Bank met \u202eZenith Insurance\u202c. פגישה בחיפה.",
    "Chinese": "肯尼亚和秘鲁签署了协议。Kenya signed an agreement with Peru。",
    "combining": "Z\u0335e\u0301n\u0303ith Ba\u0308nk met K\u200bwanza\u00a0Bank\ufeff.",
    "zero width": "\u200b\u200c\u200d",
    "capitals": "KWANZA BANK AND ZENITH INSURANCE SIGNED AN AGREEMENT IN LIMA ON MONDAY",
    "no spaces": "KwanzaBank" * 200,
    "brackets": "(" * 50 + "Kwanza Bank" + ")" * 50,
    "titles": "Minister President Director General of the of the Minister of, and, Minister's",
    "joints": "and & and , of for of and the & and",
    "possessives": "'s 's Kenya's 's Minister's 's",
    "digits": "2024 2024-99-99 99/99 3rd 4th 0 00 000 1,000,000",
}  # fmt: skip


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_read(text: str, extractor: Extractor) -> None:
    for given_article in (article(text), article(text, STORY[0], text), article(f"{STORY[0]} {text}")):
        check(extractor.extract(given_article), given_article)
    around = extractor.extract(article(text, STORY[0], text))
    assert ("metWith", "asserted") in {(s.predicate, s.modality) for s in around.statements}


def test_no_blocks_give_nothing(extractor: Extractor) -> None:
    assert extractor.extract(Article("a.txt", "", "", ())) == Extraction("a.txt", (), ())
    empty = Article("a.txt", "Kwanza Bank", "", (Block(Span(3, 3), "title"), Block(Span(11, 11), "item")))
    assert extractor.extract(empty) == Extraction("a.txt", (), ())


def test_what_lies_outside_the_blocks_is_not_read(extractor: Extractor) -> None:
    whole = article(*STORY)
    part = replace(whole, blocks=whole.blocks[1:2])
    assert {e.quote for s in extractor.extract(part).statements for e in s.evidence} <= {
        f"{each.rstrip('.')}." for each in STORY[1].split(". ")
    }
    check(extractor.extract(part), part)


def test_a_very_long_paragraph(extractor: Extractor) -> None:
    one = "Later that week officials of many small towns praised the weather, the roads and the food of the region. "
    long = one * 80 + STORY[0] + " " + one * 80
    assert len(long.split()) > 3000
    given_article = article(long)
    extraction = extractor.extract(given_article)
    check(extraction, given_article)
    assert {e.quote for s in extraction.statements if s.predicate == "metWith" for e in s.evidence} == {STORY[0]}


def test_quotes_are_the_sentences_that_say_so(extractor: Extractor) -> None:
    text = "It rained. Kwanza Bank met Zenith Insurance. The sun shone."
    (statement,) = extractor.extract(article(text)).statements
    assert [e.quote for e in statement.evidence] == ["Kwanza Bank met Zenith Insurance."]


def test_what_is_said_twice_is_one_statement_with_both_sentences(extractor: Extractor) -> None:
    first, second = "Kwanza Bank met Zenith Insurance in Lima.", "They said Zenith Insurance met Kwanza Bank."
    found = [s for s in extractor.extract(article(first, second)).statements if s.predicate == "metWith"]
    assert [[e.quote for e in s.evidence] for s in found] == [[first, second]]


def test_everything_adds_only_things_of_which_nothing_is_said(extractor: Extractor) -> None:
    assert isinstance(extractor, StandardExtractor)
    text = article("Kwanza Bank met Zenith Insurance. They praised Mombasa.")
    plain, all_of_it = extractor.extract(text), extractor.extract(text, everything=True)
    assert plain.statements == all_of_it.statements
    assert {r.label for r in all_of_it.referents} - {r.label for r in plain.referents} == {"Mombasa"}


def test_the_version_changes_with_the_frames() -> None:
    own = Frame("buy", "cooperatesWith", verbs=frozenset(("buy",)), pair=(("subject",), ("object",)))
    other = replace(own, confidence=0.5)
    versions = [load_extractor(frames).version for frames in ((), (own,), (other,), (own,))]
    assert versions[1] == versions[3]
    assert len(set(versions)) == 3


def test_a_frame_of_ones_own_is_applied() -> None:
    own = Frame("buy", "cooperatesWith", verbs=frozenset(("buy",)), starts=("subject",), ends=("object",))
    text = article("Kwanza Bank bought Zenith Insurance.")
    assert not load_extractor().extract(text).statements
    (statement,) = load_extractor((own,)).extract(text).statements
    assert (statement.predicate, statement.frame, statement.confidence) == ("cooperatesWith", "buy", own.confidence)
