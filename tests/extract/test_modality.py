"""Whether something happened, is planned, is denied or only supposed."""

from __future__ import annotations

import pytest

from kg.model import Extractor
from tests.extract.reading import article, told

ASSERTED = (
    "Kenya signed an agreement with Peru.",
    "Kenya has signed an agreement with Peru.",
    "An agreement was signed between Kenya and Peru.",
    "The minister said that Kenya had signed an agreement with Peru.",
    "Kenya managed to sign an agreement with Peru.",
    "Kenya, having praised Lima, signed an agreement with Peru.",
    "After Kenya signed an agreement with Peru, trade grew.",
    "Kenya praised Lima and signed an agreement with Peru.",
)
PLANNED = (
    "Kenya will sign an agreement with Peru.",
    "Kenya plans to sign an agreement with Peru.",
    "Kenya expects to sign an agreement with Peru.",
    "Kenya hopes to sign an agreement with Peru.",
    "Kenya is to sign an agreement with Peru on Monday.",
    "Kenya is expected to sign an agreement with Peru.",
    "Kenya and Peru are set to sign an agreement.",
    "Kenya is ready to sign an agreement with Peru.",
    "Kenya considered signing an agreement with Peru.",
    "An agreement will be signed between Kenya and Peru.",
    "Kenya will visit Lima and sign an agreement with Peru.",
    "It is planned that Kenya and Peru sign an agreement.",
    "The signing of an agreement between Kenya and Peru is due later.",
    "Planned is the signing of an agreement between Kenya and Peru.",
    "Also planned is the signing of an agreement between Kenya and Peru.",
    "On the agenda is the signing of an agreement between Kenya and Peru.",
    "The programme includes the signing of an agreement between Kenya and Peru.",
    "Both sides expressed the hope that Kenya and Peru sign the agreement soon.",
    "They called for the signing of an agreement between Kenya and Peru.",
    "Preparations for the signing of an agreement between Kenya and Peru go on.",
)
NEGATED = (
    "Kenya did not sign an agreement with Peru.",
    "Kenya has never signed an agreement with Peru.",
    "Kenya won't sign an agreement with Peru.",
    "Kenya refused to sign an agreement with Peru.",
    "Kenya failed to sign an agreement with Peru.",
    "Kenya denied that it had signed an agreement with Peru.",
    "Kenya denied that it had agreed to cooperate with Peru.",
    "Kenya signed no agreement with Peru.",
    "No agreement was signed between Kenya and Peru.",
    "Kenya postponed signing an agreement with Peru.",
)
HYPOTHETICAL = (
    "Kenya may sign an agreement with Peru.",
    "Kenya could sign an agreement with Peru next year.",
    "Kenya should sign an agreement with Peru.",
    "Kenya would have signed an agreement with Peru.",
    "If Kenya signs an agreement with Peru, trade will grow.",
    "Once Kenya signs an agreement with Peru, trade will grow.",
)
TABLE = {"asserted": ASSERTED, "planned": PLANNED, "negated": NEGATED, "hypothetical": HYPOTHETICAL}


@pytest.mark.parametrize(("how", "text"), [(how, text) for how, texts in TABLE.items() for text in texts])
def test_how_it_is_told(how: str, text: str, extractor: Extractor) -> None:
    found = {(frozenset(fact[::2]), how) for fact, how in told(extractor.extract(article(text)))}
    found = {(parties, how) for parties, how in found if parties == {"Kenya", "Peru"}}
    assert found == {(frozenset(("Kenya", "Peru")), how)}


def test_each_verb_has_its_own(extractor: Extractor) -> None:
    text = "Ruth Kilonzo met Carlos Soto and will visit Lima, but she did not visit Mombasa."
    found = {(fact[1:], how) for fact, how in told(extractor.extract(article(text))) if fact[1] != "attended"}
    assert found == {
        (("metWith", "Carlos Soto"), "asserted"),
        (("visited", "Lima"), "planned"),
        (("visited", "Mombasa"), "negated"),
    }


def test_what_is_not_asserted_is_told_with_less_confidence(extractor: Extractor) -> None:
    def confidence(text: str) -> float:
        (statement,) = [s for s in extractor.extract(article(text)).statements if s.predicate == "signedAgreementWith"]
        return statement.confidence

    assert confidence(ASSERTED[0]) > confidence(PLANNED[0]) > confidence(HYPOTHETICAL[0]) > 0
