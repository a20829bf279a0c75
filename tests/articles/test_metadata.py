"""Title, publisher, author, day and place, from front matter and from the messy heads and feet that files have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kg.articles import find_sources, parse_article, read_article

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "seeds"
BODY = "The two ministers signed a memorandum of understanding on trade after their talks on Monday."
TITLE = "Norland and Sudland sign pact"


@dataclass(frozen=True)
class Head:
    """What stands around BODY (marked ``@``), and what it tells."""

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    source: str | None = None
    dateline: str | None = None


def day(text: str) -> date:
    return date.fromisoformat(text)


HEADS = [
    Head("@"),
    Head(f"{TITLE}\n\n@", TITLE),
    Head("NAIROBI - @", dateline="NAIROBI"),
    Head("NAIROBI: @", dateline="NAIROBI"),
    Head("NAIROBI- @", dateline="NAIROBI"),
    Head("Nairobi — @", dateline="Nairobi"),
    Head("Nairobi (April 16): @", dateline="Nairobi"),
    Head("Nairobi, Kenya: @", dateline="Nairobi, Kenya"),
    Head("Madrid, Spain.- @", dateline="Madrid, Spain"),
    Head("WASHINGTON, D.C. — @", dateline="WASHINGTON, D.C."),
    Head("RIO DE JANEIRO, BRAZIL – @", dateline="RIO DE JANEIRO, BRAZIL"),
    Head("THE HAGUE, Netherlands (AP) — @", publisher="AP", dateline="THE HAGUE, Netherlands"),
    Head("(Reuters) - @\n(Reporting by Chen L; Editing by Chris C)", publisher="Reuters"),
    Head("SINGAPORE (Reuters) – @", publisher="Reuters", dateline="SINGAPORE"),
    Head("KUALA LUMPUR, Sept 3 (Bernama) — @", publisher="Bernama", dateline="KUALA LUMPUR"),
    Head("ADDIS ABABA, May 3, 2021 (Xinhua) -- @", None, "Xinhua", None, day("2021-05-03"), None, "ADDIS ABABA"),
    Head("New Delhi, Feb 5 (PTI): @", publisher="PTI", dateline="New Delhi"),
    Head("(MENAFN- Lake News Agency (LNA)) DOHA, Dec 6 (KUNA) -- @", publisher="KUNA", dateline="DOHA"),
    Head("MOSCOW, May 5. /TASS/. @", publisher="TASS", dateline="MOSCOW"),
    Head("LAHORE, Nov 12 (APP):@", publisher="APP", dateline="LAHORE"),
    Head("LONDON, Sept. 3, 2024 /PRNewswire/ -- @", None, "PRNewswire", None, day("2024-09-03"), None, "LONDON"),
    Head("Kisumu, May 15 (Lake Press) @", publisher="Lake Press", dateline="Kisumu"),
    Head("May 5, 2021 (LKP) — @", None, "LKP", None, day("2021-05-05")),
    Head("Kisumu, Kenya | Xinhua | @", publisher="Xinhua", dateline="Kisumu, Kenya"),
    Head("KISUMU, Kenya – 5 May 2024 – @", published=day("2024-05-05"), dateline="KISUMU, Kenya"),
    Head("Yerevan, 30 May 2022. @", published=day("2022-05-30"), dateline="Yerevan"),
    Head("Oslo/Geneva, 30 May 2022. @", published=day("2022-05-30"), dateline="Oslo, Geneva"),
    Head("YEREVAN, MAY 30, ARMENPRESS. @", publisher="ARMENPRESS", dateline="YEREVAN"),
    Head("OSLO / GENEVA, 30 May 2022 (AFP) — @", None, "AFP", None, day("2022-05-30"), None, "OSLO, GENEVA"),
    Head("Oslo, Norway – 30 May 2022. @", published=day("2022-05-30"), dateline="Oslo, Norway"),
    Head("ASTANA. KAZINFORM – @", publisher="KAZINFORM", dateline="ASTANA"),
    Head("GENEVA (30 May 2022) – @", published=day("2022-05-30"), dateline="GENEVA"),
    Head(
        "STATE VISIT BEGINS\n\nState House, Nairobi, Kenya, Monday 30 May 2022 – @",
        "STATE VISIT BEGINS",
        published=day("2022-05-30"),
        dateline="State House, Nairobi, Kenya",
    ),
    Head(
        " date 2022-03-05 OSLO, (Norwire / Norland Point News - 5th Mar, 2022 ) ::@",
        None,
        "Norwire / Norland Point News",
        None,
        day("2022-03-05"),
        None,
        "OSLO",
    ),
    Head("2023-12-02 @", published=day("2023-12-02")),
    Head(f" date 2023-12-02 (@SomeOne)\n\n{TITLE}\n\n@", TITLE, published=day("2023-12-02")),
    Head(f" date 2025-08-12 {TITLE}\n\n@", TITLE, published=day("2025-08-12")),
    Head(f" date 2017-02-28 27 February 2017\n\n{TITLE}\n\n@", TITLE, published=day("2017-02-27")),
    Head(f"{TITLE}\n\n15 February 2023\n\n@", TITLE, published=day("2023-02-15")),
    Head(f"{TITLE}\n\n09 Feb 2024\n\n@\n\nSOURCE: NORD NZ/PACNEWS", TITLE, "NORD NZ/PACNEWS", None, day("2024-02-09")),
    Head(f"{TITLE}\nUpdated: 2012-04-06\n@", TITLE, published=day("2012-04-06")),
    Head(f"{TITLE}\n12/25/2020\n@", TITLE, published=day("2020-12-25")),
    Head(f"2020-12-25\n{TITLE}\n@", TITLE, published=day("2020-12-25")),
    Head(f"{TITLE}\n04/05/2020\n@", TITLE),
    Head(f"29-Dec-2014\n\n{TITLE}\n\nStaff Reporter\n\n@", TITLE, None, "Staff Reporter", day("2014-12-29")),
    Head(f"{TITLE}\n\nBy Lisa Alva, Senior Contributing Reporter\n\n@", TITLE, author="Lisa Alva"),
    Head(f"{TITLE}\n\nBY OUR CORRESPONDENT\n\n@", TITLE, author="OUR CORRESPONDENT"),
    Head(
        f"{TITLE}\nBy Ann Lee in Beijing and Max Roe in Tokyo | Norland Daily | Updated: 2014-08-11 06:55\n@",
        TITLE,
        "Norland Daily",
        "Ann Lee and Max Roe",
        day("2014-08-11"),
    ),
    Head(f"{TITLE}\n\nBy JT - Jun 07,2022 - Last updated at Jun 08,2022\n\n@", TITLE, None, "JT", day("2022-06-07")),
    Head(f"{TITLE}\nPublished on May 3, 2021 at 5:30 pm by Jane Roe\n\n@", TITLE, None, "Jane Roe", day("2021-05-03")),
    Head(f"{TITLE}\n\n2021-05-03 0 By Acme     NORD NEWS\n\n@", TITLE, "NORD NEWS", "Acme", day("2021-05-03")),
    Head(f"{TITLE}\n\n2015-09-26 15:50Xinhua Editor: Li Mo\n\n@", TITLE, "Xinhua", None, day("2015-09-26")),
    Head(f"{TITLE}\n\nXinhua, August 22, 2016 Adjust font size:\n\n@", TITLE, "Xinhua", None, day("2016-08-22")),
    Head(f"{TITLE}\n\nSource: Xinhua| 2019-05-05 10:20:30|Editor: Li\n\n@", TITLE, "Xinhua", None, day("2019-05-05")),
    Head(f"World April 12, 2024 | 8:30 am\n\n{TITLE}\n\n@", TITLE, published=day("2024-04-12")),
    Head(
        f"{TITLE}\n\nReuters\nMar 30, 2022  •  1 hour ago  •  < 1 minute read  •  Join the conversation\n\n@",
        TITLE,
        "Reuters",
        None,
        day("2022-03-30"),
    ),
    Head(
        f"{TITLE}\n\nNews release\n\nFrom: Foreign Affairs Norland\n\nApril 14, 2023 - Ottawa, Ontario\n\n@",
        TITLE,
        "Foreign Affairs Norland",
        None,
        day("2023-04-14"),
        None,
        "Ottawa, Ontario",
    ),
    Head(
        f"{TITLE}\n\nPublished: 3rd April, 2020\nAuthor: Jane Roe\nSource: https://example.org/a/b\n\n@",
        TITLE,
        None,
        "Jane Roe",
        day("2020-04-03"),
        "https://example.org/a/b",
    ),
    Head(f"UNIVERSITY OF NORLAND - International news\n\n{TITLE} after talks in the spring\n\n@",
         f"{TITLE} after talks in the spring", "UNIVERSITY OF NORLAND"),
    Head(f"Norwire-Wealth\n\n{TITLE}\n\nJuly 22, 2024\n\nAyla Sabir\n\n@\n\nCredit: Norwire-Wealth",
         TITLE, "Norwire-Wealth", "Ayla Sabir", day("2024-07-22")),
    Head("Ayla Sabir\n@\nCredit: Norwire-Wealth", None, "Norwire-Wealth", "Ayla Sabir"),
    Head("@ - Bernama", publisher="Bernama"),
    Head(f"{TITLE}\n\n@\n\n© 2021 Norland Times. All rights reserved.", TITLE, "Norland Times"),
    Head(f"{TITLE}\n\n@\n\nPublished: 3 May 2021", TITLE, published=day("2021-05-03")),
    Head(f"{TITLE}\n\nBACK TO OVERVIEW\n\n@", TITLE),
    Head(f"{TITLE}\n\nOn 19 September 2023 the chamber invited guests to a reception in Munich. @", TITLE),
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.text.replace("\n", "/")[:40])
def test_heads_and_feet(head: Head) -> None:
    article = parse_article(head.text.replace("@", BODY).replace(f"({BODY}", "(@").encode(), "x.txt")
    told = (article.title, article.publisher, article.author, article.published, article.source, article.dateline)
    assert told == (head.title, head.publisher, head.author, head.published, head.source, head.dateline)
    story = [block.span.of(article.text) for block in article.blocks if block.kind == "paragraph"]
    assert len(story) == 1
    assert story[0].endswith(BODY)
    assert [block.kind for block in article.blocks[:-1]] == (["title"] if head.title else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Huawei – which has been in Norland since 1998 – signed a pact with the ministry on Monday.",
        "Lithium Norland (ASX:LIT) and SungEel (KOSDAQ:1) have signed a memorandum of understanding.",
        "Speakers: the two ministers and the ambassador of Sudland told the forum of their plans.",
        "MINISTER ROE: We signed the memorandum on Monday and will sign another one tomorrow.",
        "U.S. Secretary of State Jane Roe signed a memorandum of understanding on Thursday.",
        "June 3rd, 2021, NU Rector Assoc. Prof. Jane Roe welcomed the mayor on campus.",
        "On May 3, 2021, the ministers signed a memorandum of understanding in Nairobi, Kenya.",
    ],
)
def test_what_is_no_dateline_stays_in_the_story(sentence: str) -> None:
    article = parse_article(sentence.encode(), "x.txt")
    assert [block.span.of(article.text) for block in article.blocks] == [sentence]
    assert article.dateline is None
    assert article.published is None


def test_front_matter_comes_first_and_lies_outside_the_blocks() -> None:
    text = (
        "---\ntitle: 'The ministers'' pact: a start'\nsite: Norland Times\nauthors: [Jane Roe, Max Moe]\n"
        'date: 2021-05-03T10:00:00Z\nurl: "https://example.org/a"\ntags:\n  - trade\n---\n\n'
        f"OSLO, May 9, 2022 - {BODY}\n"
    )
    article = parse_article(text.encode(), "x.md")
    assert article.title == "The ministers' pact: a start"
    assert (article.publisher, article.author) == (
        "Norland Times",
        "Jane Roe, Max Moe",
    )
    assert (article.published, article.source, article.dateline) == (date(2021, 5, 3), "https://example.org/a", "OSLO")
    assert [block.span.of(article.text) for block in article.blocks] == [BODY]


def test_the_day_on_which_the_page_was_read_is_not_that_of_the_story() -> None:
    text = f"Sunday, 07 July 2024\n\nThe ministers met\n\nOslo, 19 August 2022 (NOR) - {BODY}\n"
    assert parse_article(text.encode(), "x.txt").published == date(2022, 8, 19)


def test_what_only_looks_like_front_matter_is_text() -> None:
    article = parse_article(f"---\n{BODY}\n---\n{BODY}\n".encode(), "x.md")
    assert len(article.blocks) == 2
    assert article.title is None


SEEDS = {
    "000-pak-china-it-forum.md": (
        "The Nation",
        None,
        day("2014-12-29"),
        "https://nation.com.pk/29-Dec-2014/",
        "ISLAMABAD",
    ),
    "001-ict-outsourcing-webinar.md": ("UrduPoint", None, day("2022-02-23"), "https://urdupoint.com/en/", "BEIJING"),
    "002-itcn-asia-mou.md": ("INP-WealthPk", "Qudsia Bano", None, "https://inp.net.pk/article-detail/", None),
    "003-china-digital-sector.md": ("INP-WealthPk", "Ayesha Saba", day("2024-07-22"), "https://inp.net.pk/", None),
    "004-sharif-meets-huawei.md": ("huaweinewos.com", "Huawei", day("2022-05-11"), "https://huaweinewos.com/", None),
}


def test_our_seeds() -> None:
    sources = find_sources([ROOT / "seeds"])
    assert [source.name for source in sources] == sorted(SEEDS)
    for source in sources:
        article = read_article(source.path, source.name)
        publisher, author, published, address, dateline = SEEDS[source.name]
        assert article.title
        assert (article.publisher, article.author, article.published) == (publisher, author, published)
        assert str(article.source).startswith(address)
        assert article.dateline == dateline
        assert len(article.blocks) >= 3


ORIGINALS = {
    "000": (None, None, None, None, "ISLAMABAD"),
    "001": (None, "UrduPoint / Pakistan Point News", None, day("2022-02-23"), "BEIJING"),
    "002": (None, "INP-WealthPk", "Qudsia Bano", None, None),
    "003": ("China's advancements to help", "INP-WealthPk", "Ayesha Saba", day("2024-07-22"), None),
    "004": ("Pakistan Strengthens Relations with Huawei", "GOOGLE NEWS", "Huawei", day("2022-05-11"), None),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the original articles are not on this machine")
def test_the_originals() -> None:
    for source in find_sources([SHARED]):
        article = read_article(source.path, source.name)
        title, publisher, author, published, dateline = ORIGINALS[source.name[:3]]
        assert (article.title or "").startswith(title or "")
        assert (article.title is None) == (title is None)
        assert (article.publisher, article.author, article.published) == (publisher, author, published)
        assert article.dateline == dateline
        assert article.text == source.path.read_text(encoding="utf-8")
        story = " ".join(block.span.of(article.text) for block in article.blocks)
        assert "Credit:" not in story
        assert "GOOGLE NEWS" not in story
