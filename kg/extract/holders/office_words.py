"""Words that stand before, behind and between offices, and kinds of offices that tell whose side somebody is on."""

from __future__ import annotations

ARTICLES = frozenset(
    """
    the a an his her its their our current new newly appointed elected newly-appointed long-serving visiting outgoing
    respective two three both
    """.split()
)
FORMER = frozenset("former ex ex- late then previous past retired".split())
HONOURED = frozenset("honourable honorable hon hon. hon'ble hon’ble".split())
"""Styles that stand before an office, too: "the Honourable Minister of Trade"."""
HOST_LINKS = frozenset(("to",))
DELEGATED = frozenset("representative delegate envoy spokesman spokeswoman spokesperson coordinator negotiator".split())
"""Offices that are held for whom "for" names, not in charge of it."""
OWNERS = frozenset(("its", "their", "his", "her", "whose"))
STAFF = frozenset("secretary adviser advisor assistant counsel economist consultant".split())
"""Offices "to" a body that are held in it; an ambassador "to" one is not."""
SERVING = STAFF | frozenset("aide envoy representative spokesperson spokesman spokeswoman deputy chief".split())
"""Offices "to" or "of" another office: "Adviser to the President"."""
ADMINISTRATIONS = frozenset(("administration", "government", "cabinet", "parliament", "assembly"))
"""Bodies whose officers speak for the place that has them: "Mangystau region's administration"."""
SUBORDINATE = frozenset(("attached", "affiliated", "subordinate", "subordinated"))
"""What is said before "to" of a body that another one stands above."""
BOARDS = frozenset(("board", "boards"))
CABINETS = frozenset(("office", "cabinet", "secretariat"))
ADVISERS = frozenset("adviser advisor aide envoy spokesperson spokesman spokeswoman".split())
HIGH = frozenset("minister prime-minister president king amir emir sultan".split())
HIGH_OFFICES = frozenset(
    "minister president secretary governor mayor premier prime-minister foreign-minister king".split()
)
"""Offices that begin somebody else behind an office and a comma; "General", "Senator", "Ambassador" may be ranks."""
AS_LEADERS = frozenset(
    """
    him her capacity role credentials accredited appointed elected reelected named serves serving works working acts
    acting nominated designated appointment accreditation election nomination
    """.split()
)
"""Words before "as" that give the person named before an office."""
