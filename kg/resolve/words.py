"""Words that identity treats in a special way. Data, all folded as ``forms.words`` folds."""

from __future__ import annotations


def _words(text: str, between: str | None = None) -> frozenset[str]:
    return frozenset(text.split(between))


STOP_WORDS = _words("the a an of and for in on at to")

HONORIFICS = _words("mr mrs ms miss mx dr prof professor engr sir madam mme hon honourable honorable")

LEGAL_FORMS = _words(
    "ltd limited inc incorporated co corp corporation company plc llc llp pvt private pte pty gmbh ag sa spa nv bv smc"
    " jsc oao ooo kk bhd sdn"
)

MISSION_WORDS = _words("embassy consulate consular")

STATE_BODIES = _words(
    "ministry department government embassy consulate parliament senate cabinet treasury army navy police"
)
"""Nouns of bodies that every country has: their names tell them apart only together with the country."""

_ORDINAL_WORDS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""

ORDINALS = {word: str(number) for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}

REGIONS = _words(
    "africa|asia|asia pacific|apac|europe|middle east|mena|emea|latin america|north america|south asia|southeast asia"
    "|central asia|international|global|worldwide|usa|us|uk|uae|britain|russia|iran|syria|laos|south korea|north korea"
    "|korea|turkey|hong kong|macau|macao",
    "|",
)
"""What a branch adds to its company's name, besides the countries that ISO lists."""

GENERIC_NOUNS = _words(
    """academy accord agency agreement agreements alliance arrangement assembly association associations authority bank
    board body bureau camp centre center ceremony chamber club commission committee companies company conference
    congress consulate consortium contract convention convoy cooperation corporation council course declaration deal
    delegation department dialogue dinner embassy event events exhibition expo exposition fair federation festival firm
    forum foundation function gathering general government group inauguration initiative institute institution
    interaction launch letter meet meeting meetings memorandum ministry mission mou mous museum network office
    organisation organization pact panel partnership party programme program project protocol reception roundtable
    round table school secretariat seminar session sessions signing society summit symposium talks tour trade training
    treaty trip understanding union university visit webinar workshop"""
)
"""Nouns that name a kind of thing, not a thing."""

DESCRIBING_NOUNS = _words(
    "agreement call ceremony meeting memorandum mou mous pact protocol signing talks trip visit webinar"
)
"""Nouns that begin a description of an event or agreement, rather than its name, where "of", "between" … follows."""

COMMON_NAME_PARTS = _words(
    """li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo wei fang na min jing lei qiang
    jun yong jie tao ming chao xia ping gang hong yan hua bin bo peng hui jian ying dan lan mei feng yi xin yu yun
    muhammad mohammad mohammed mohamed ahmed ahmad ali khan hassan hasan hussain hussein husain syed malik abdul
    abdullah omar umar usman bilal imran tariq iqbal asif kamran adnan shahid rashid khalid nasir saeed javed zafar
    fatima ayesha aisha mahmood mehmood akhtar raza shah butt chaudhry qureshi sheikh ibrahim yusuf mustafa
    kumar singh sharma gupta patel rao das roy begum rahman hossain islam chowdhury
    kim lee park choi jung kang cho yoon jang min ji seo nguyen tran le pham hoang van thi anh
    john james robert michael william david richard joseph thomas charles mary sarah george paul mark peter
    smith johnson williams brown jones davis miller wilson moore taylor anderson jackson white harris martin thompson
    jose juan luis carlos maria garcia martinez rodriguez lopez hernandez gonzalez perez sanchez silva santos
    ivan alexander sergei vladimir andrei ivanov petrov smirnov mehmet mustafa yilmaz kaya demir"""
)
"""Given and family names so frequent that two of them together still do not tell who is meant."""
