"""What identity remembers of all articles, in SQLite: so much of it in memory as was needed last.

``profile`` has each way in which a thing is told of, with the entity that it means and the number of its articles;
``member`` says which referents have it, and ``filed`` under which keys others find it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from kg.model import Entity, Judgement, Reference, Referent
from kg.resolve.judged import Pin
from kg.resolve.profile import Profile

SCHEMA = """
CREATE TABLE IF NOT EXISTS article (name TEXT PRIMARY KEY, referents TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS profile
    (id INTEGER PRIMARY KEY, digest BLOB UNIQUE, body TEXT, iri TEXT, articles INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS member (article TEXT, key TEXT, profile INTEGER, PRIMARY KEY (article, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bearer ON member (profile, article, key);
CREATE TABLE IF NOT EXISTS filed
    (block INTEGER, key TEXT, profile INTEGER, PRIMARY KEY (block, key, profile)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entity (iri TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS finding (profile INTEGER, body TEXT, PRIMARY KEY (profile, body)) WITHOUT ROWID;
"""
HELD = 2000
"""Profiles that are held in memory, with what was worked out of them."""

Filed = tuple[int, str]
"""A key in one of the blocks of the index."""


class Tables:
    """Articles' referents, their profiles and entities. Changes are kept by whoever owns the connection."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        for statement in SCHEMA.split(";"):
            base.execute(statement)
        self._ids: dict[Profile, int] = {}
        self._held: dict[int, Profile] = {}

    def rest(self) -> None:
        """Called between changes: let go of profiles where too many are held."""
        if len(self._held) > HELD:
            self._ids.clear()
            self._held.clear()

    # articles

    def articles(self) -> list[str]:
        """The names of all articles, in order."""
        return [name for (name,) in self._all("SELECT name FROM article ORDER BY name")]

    def has(self, article: str) -> bool:
        """Whether the article is known."""
        return bool(self._all("SELECT 1 FROM article WHERE name = ?", article))

    def referents(self, article: str) -> list[Referent] | None:
        """An article's referents, without their mentions; None where it is unknown."""
        for (text,) in self._all("SELECT referents FROM article WHERE name = ?", article):
            return [Referent(k, kind, label, tuple(ls), (), hints) for k, kind, label, ls, hints in json.loads(text)]
        return None

    def learn(self, article: str, referents: Iterable[Referent], known: Mapping[str, Profile]) -> list[Profile]:
        """Note an article with its referents and the profile of each, by key; gives the profiles that no other has."""
        rows = [[r.key, r.type, r.label, r.labels, dict(r.hints)] for r in referents]
        self._do("INSERT INTO article VALUES (?, ?)", article, _text(rows))
        for profile in known.values():
            if not self._known(profile):
                self._make(profile)
        alone = [profile for profile, count in self.counts(known.values()).items() if not count]
        members = [(article, key, self._ids[profile]) for key, profile in known.items()]
        self._base.executemany("INSERT INTO member VALUES (?, ?, ?)", members)
        self._counted(article, 1)
        return alone

    def forget(self, article: str) -> tuple[list[Profile], list[Profile]]:
        """Take an article out; gives the profiles that it had, and those of them that no other has."""
        had = self.profiles(p for (p,) in self._all("SELECT DISTINCT profile FROM member WHERE article = ?", article))
        self._counted(article, -1)
        self._do("DELETE FROM member WHERE article = ?", article)
        self._do("DELETE FROM article WHERE name = ?", article)
        counts = self.counts(had)
        return had, [profile for profile in had if not counts[profile]]

    def _counted(self, article: str, change: int) -> None:
        own = "SELECT profile FROM member WHERE article = ?"
        self._do(f"UPDATE profile SET articles = articles + ? WHERE id IN ({own})", change, article)

    # profiles

    def size(self) -> int:
        """How many profiles there are."""
        ((count,),) = self._all("SELECT COUNT(*) FROM profile")
        return int(count)

    def every(self) -> list[Profile]:
        """All profiles."""
        return self.profiles(number for (number,) in self._all("SELECT id FROM profile"))

    def profiles(self, ids: Iterable[int]) -> list[Profile]:
        """The profiles of these numbers, in their order."""
        wanted = list(ids)
        missing = [number for number in wanted if number not in self._held]
        if missing:
            chosen = "SELECT id, body FROM profile WHERE id IN (SELECT value FROM json_each(?))"
            for number, body in self._all(chosen, _text(missing)):
                self._hold(number, _profile(json.loads(body)))
        return [self._held[number] for number in wanted]

    def counts(self, profiles: Iterable[Profile]) -> dict[Profile, int]:
        """How many articles have each of these profiles."""
        return {profile: articles for profile, _, articles in self._rows(profiles)}

    def iris(self, profiles: Iterable[Profile]) -> dict[Profile, str]:
        """The entities that these profiles meant so far; nothing for new ones."""
        return {profile: iri for profile, iri, _ in self._rows(profiles) if iri is not None}

    def mean(self, iris: Mapping[Profile, str]) -> None:
        """Have profiles mean these entities."""
        rows = [(iri, self._id(profile)) for profile, iri in iris.items()]
        self._base.executemany("UPDATE profile SET iri = ? WHERE id = ?", rows)

    def drop(self, profiles: Iterable[Profile]) -> None:
        """Take profiles out that no article has."""
        for profile in profiles:
            number = self._id(profile)
            self._do("DELETE FROM profile WHERE id = ?", number)
            self._ids.pop(profile, None)
            self._held.pop(number, None)

    def entity_of(self, article: str) -> dict[str, str]:
        """The entity behind each referent key of an article."""
        joined = "SELECT key, iri FROM member JOIN profile ON id = profile WHERE article = ? ORDER BY key"
        return dict(self._all(joined, article))

    def profile_of(self, reference: Reference) -> Profile | None:
        """The profile of a referent; None where there is none."""
        rows = self._all("SELECT profile FROM member WHERE article = ? AND key = ?", *reference)
        return next(iter(self.profiles(number for (number,) in rows)), None)

    # which articles have a profile

    def bearers(self, profiles: Iterable[Profile]) -> set[str]:
        """The articles that have one of these profiles."""
        chosen = "SELECT DISTINCT article FROM member WHERE profile IN (SELECT value FROM json_each(?))"
        return {article for (article,) in self._all(chosen, _text([self._id(profile) for profile in profiles]))}

    def first(self, profiles: Iterable[Profile]) -> Reference:
        """The first referent, by article and key, that has one of these profiles."""
        found = "SELECT article, key FROM member WHERE profile = ? ORDER BY article, key LIMIT 1"
        article, key = min(self._all(found, self._id(profile))[0] for profile in profiles)
        return article, key

    def shared(self, some: Sequence[Profile], others: Sequence[Profile]) -> str:
        """The first article that has one of some profiles and one of others; empty where there is none."""
        some, others = sorted((some, others), key=lambda profiles: sum(self.counts(profiles).values()))
        numbers = _text([self._id(profile) for profile in others])
        joined = (
            "SELECT m.article FROM member m WHERE m.profile = ? AND EXISTS (SELECT 1 FROM member o WHERE"
            " o.article = m.article AND o.profile IN (SELECT value FROM json_each(?))) ORDER BY m.article LIMIT 1"
        )
        found = [article for p in some for (article,) in self._all(joined, self._id(p), numbers)]
        return min(found, default="")

    # the index

    def file(self, profile: Profile, keys: Iterable[Filed]) -> None:
        """File a profile under keys."""
        number = self._id(profile)
        rows = [(block, key, number) for block, key in keys]
        self._base.executemany("INSERT INTO filed VALUES (?, ?, ?)", rows)

    def unfile(self, profile: Profile, keys: Iterable[Filed]) -> None:
        """File a profile no more under keys."""
        number = self._id(profile)
        rows = [(block, key, number) for block, key in keys]
        self._base.executemany("DELETE FROM filed WHERE block = ? AND key = ? AND profile = ?", rows)

    def under(self, block: int, keys: Collection[str]) -> list[tuple[str, Profile]]:
        """The profiles that are filed under each of these keys."""
        chosen = "SELECT key, profile FROM filed WHERE block = ? AND key IN (SELECT value FROM json_each(?))"
        rows = self._all(chosen, block, _text(list(keys))) if keys else []
        found = self.profiles(number for _, number in rows)
        return [(key, profile) for (key, _), profile in zip(rows, found, strict=True)]

    def crowds(self, block: int, keys: Iterable[str], most: int) -> list[tuple[str, int]]:
        """How many profiles are filed under each of these keys; at most ``most``."""
        inner = "SELECT 1 FROM filed WHERE block = ? AND key = value LIMIT ?"
        counted = f"SELECT value, (SELECT COUNT(*) FROM ({inner})) FROM json_each(?)"
        return self._all(counted, block, most, _text(list(keys)))

    # entities and findings

    def entities(self, iris: Iterable[str] | None = None) -> dict[str, Entity]:
        """Entities by IRI: all, or those of ``iris``."""
        if iris is None:
            rows = self._all("SELECT body FROM entity ORDER BY iri")
        else:
            chosen = "SELECT body FROM entity WHERE iri IN (SELECT value FROM json_each(?))"
            rows = self._all(chosen, _text(list(iris)))
        return {entity.id: entity for entity in (_entity(json.loads(body)) for (body,) in rows)}

    def describe(self, entities: Iterable[Entity]) -> None:
        """Keep these descriptions, in place of any earlier ones."""
        rows = ((entity.id, _text(_told(entity, Entity))) for entity in entities)
        self._base.executemany("INSERT OR REPLACE INTO entity VALUES (?, ?)", rows)

    def discard(self, iris: Iterable[str]) -> None:
        """Forget entities."""
        self._base.executemany("DELETE FROM entity WHERE iri = ?", [(iri,) for iri in iris])

    def findings(self, profiles: Iterable[Profile] | None = None) -> set[Judgement]:
        """What the rules found of pairs: all, or that whose left side has one of these profiles."""
        if profiles is None:
            rows = self._all("SELECT body FROM finding")
        else:
            chosen = "SELECT body FROM finding WHERE profile IN (SELECT value FROM json_each(?))"
            rows = self._all(chosen, _text([self._id(profile) for profile in profiles]))
        return {_judgement(json.loads(body)) for (body,) in rows}

    def find(self, found: Iterable[Judgement]) -> None:
        """Keep what the rules found."""
        of = "SELECT profile FROM member WHERE article = ? AND key = ?"
        rows = [(*judgement.left, _text(_told(judgement, Judgement))) for judgement in found]
        self._base.executemany(f"INSERT OR REPLACE INTO finding VALUES (({of}), ?)", rows)

    def withdraw(self, profiles: Iterable[Profile]) -> None:
        """Forget what the rules found of pairs whose left side has one of these profiles."""
        numbers = [(self._id(profile),) for profile in profiles]
        self._base.executemany("DELETE FROM finding WHERE profile = ?", numbers)

    def _rows(self, profiles: Iterable[Profile]) -> Iterator[tuple[Profile, str | None, int]]:
        by_id = {self._id(profile): profile for profile in profiles}
        chosen = "SELECT id, iri, articles FROM profile WHERE id IN (SELECT value FROM json_each(?))"
        return ((by_id[number], iri, articles) for number, iri, articles in self._all(chosen, _text(list(by_id))))

    def _make(self, profile: Profile) -> None:
        body = _text(_plain(profile))
        cursor = self._base.execute("INSERT INTO profile (digest, body) VALUES (?, ?)", (_digest(body), body))
        self._hold(int(cursor.lastrowid or 0), profile)

    def _known(self, profile: Profile) -> bool:
        if profile not in self._ids:
            for (number,) in self._all("SELECT id FROM profile WHERE digest = ?", _digest(_text(_plain(profile)))):
                self._hold(number, profile)
        return profile in self._ids

    def _id(self, profile: Profile) -> int:
        found = self._ids.get(profile)
        if found is None:
            assert self._known(profile), profile
            found = self._ids[profile]
        return found

    def _hold(self, number: int, profile: Profile) -> None:
        self._held[number] = profile
        self._ids[profile] = number

    def _all(self, sql: str, *values: object) -> list[Any]:
        return self._base.execute(sql, values).fetchall()

    def _do(self, sql: str, *values: object) -> None:
        self._base.execute(sql, values)


def _digest(body: str) -> bytes:
    return blake2b(body.encode(), digest_size=16).digest()


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _told(value: object, kind: Any) -> list[Any]:
    """What a dataclass holds, in the order of its fields."""
    return [getattr(value, each.name) for each in fields(kind)]


def _plain(profile: Profile) -> list[object]:
    pins = [_told(pin, Pin) for pin in profile.pins]
    return [profile.type, profile.label, profile.labels, profile.hints, profile.scope, pins, profile.only]


def _profile(plain: list[Any]) -> Profile:
    kind, label, labels, hints, scope, pins, only = plain
    found = tuple(Pin(group, tuple(apart), parted, tuple(links)) for group, apart, parted, links in pins)
    return Profile(kind, label, tuple(labels), tuple((name, value) for name, value in hints), scope, found, only)


def _entity(plain: list[Any]) -> Entity:
    iri, kind, label, labels, links, *rest = plain
    return Entity(iri, kind, label, tuple(labels), tuple(links), *rest)


def _judgement(plain: list[Any]) -> Judgement:
    left, right, *rest = plain
    return Judgement(tuple(left), tuple(right), *rest)
