"""Whether a text is in English: by its commonest words; and if not, in which language, by py3langid."""

from __future__ import annotations

import re
import unicodedata

COMMON = frozenset(
    "the of and to in a is that for on with was as at by from has have had will be are were it its this an which who "
    "said not but also their his her they he she been would we or than more two between into during after over".split()
)
"""Words of which every English text has plenty, whatever names stand in it."""
_ENOUGH = 0.2
"""The share of such words among those in lower case that no other language has."""
_MIN_WORDS = 15
"""Of shorter texts, the language is not judged."""
_MIN_LETTERS = 40
_SAMPLE = 20_000

_WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str | None:
    """The English name of the language of a text that is not in English; None for English, or where it is not sure.

    Names do not count: only words in lower case do, or, in scripts that have none, the script.
    """
    words = _WORD.findall(text[:_SAMPLE])
    lower = [word for word in words if word.islower()]
    letters = sum(map(len, lower))
    mixed = sum(map(len, words)) - letters > letters  # most often not, which is cheaper to tell
    other = sum(len(w) for w in words if not w.islower() and not w.isupper() and not w.istitle()) if mixed else 0
    if other >= _MIN_LETTERS and other > letters:
        scripts = [word for word in words if _is_foreign_script(word)]
        return _name(" ".join(scripts)) if sum(map(len, scripts)) > 0.5 * other else None
    if len(lower) < _MIN_WORDS or sum(word in COMMON for word in lower) >= _ENOUGH * len(lower):
        return None
    return _name(" ".join(lower))


def _is_foreign_script(word: str) -> bool:
    return word.isalpha() and not unicodedata.name(word[0], "LATIN").startswith("LATIN")


def _name(text: str) -> str | None:
    import py3langid  # noqa: PLC0415 - loads a model, which English texts do not need
    from pycountry import languages  # noqa: PLC0415 - as above

    code, _ = py3langid.classify(text)
    if code == "en":
        return None
    known = languages.get(alpha_2=code) or languages.get(alpha_3=code)
    return str(known.name).split(" (")[0].split(";")[0] if known else f"another language ({code})"
