"""Words that identity treats in a special way. Data, all folded as ``forms.words`` folds."""

from __future__ import annotations


def _words(text: str, between: str | None = None) -> frozenset[str]:
    return frozenset(text.split(between))


STOP_WORDS = _words("the a an of and for in on at to")

HONORIFICS = _words(
    """mr mrs ms miss mx dr prof professor engr sir madam mme hon honourable honorable he senator ambassador minister
    president governor gen general lt col colonel maj major capt captain adm admiral sheikh sheikha dato datuk seri tan
    sri tun lord lady dame baroness rev sen rep congressman congresswoman amb dra sra sra don dona haji hajji ir st
    eng atty justice judge mayor secretary chancellor premier"""
)
"""Titles; some are names of people too, so a name is never cut down to less than two parts by them."""

NAMES_TOO = _words("sheikh sri haji don major justice judge mayor premier")
"""Titles that may be the first of somebody's names."""

NAME_PARTICLES = _words(
    "bin ibn bint ben al el as ash ad at an ar von van der den de da do dos das del della di du la le y e ul"
)

GENDERED_PAIRS = frozenset(
    frozenset(pair.split("/"))
    for pair in _words(
        """francis/frances jean/jeanne daniel/daniele gabriel/gabriele andre/andree rene/renee amir/amira karim/karima
        jamil/jamila latif/latifa nasir/nasira sami/samia michel/michele christian/christine martin/martina
        victor/victoria alexander/alexandra alexandr/alexandra denis/denise louis/louise ivanov/ivanova petrov/petrova
        pascal/pascale simon/simone farid/farida khalid/khalida rashid/rashida"""
    )
)
"""Names that differ by a letter or two, and whose bearers are a man and a woman."""

LEGAL_FORMS = _words(
    "ltd limited inc incorporated co corp corporation company plc llc llp pvt private pte pty gmbh ag sa spa nv bv smc"
    " jsc oao ooo kk bhd sdn sab cv ltda sl as oy oyj ab asa sarl sas eurl saog saoc psc pjsc qsc"
)

EVEN_WORDS: dict[str, str] = dict(
    pair.split("=")
    for pair in _words(
        """organisation=organization centre=center programme=program labour=labor defence=defense fibre=fiber
    harbour=harbor theatre=theater intl=international natl=national univ=university dept=department govt=government
    assn=association assoc=association inst=institute tech=technology min=ministry comm=commission
    ministerio=ministry ministere=ministry ministerium=ministry ministero=ministry bundesministerium=ministry
    universidad=university universidade=university universite=university universitat=university universita=university
    banco=bank banque=bank banca=bank instituto=institute institut=institute istituto=institute embajada=embassy
    embaixada=embassy ambassade=embassy asociacion=association associacao=association camara=chamber chambre=chamber
    comercio=commerce educacion=education educacao=education salud=health saude=health sante=health
    economia=economy economie=economy industria=industry industrie=industry ciencia=science ciencias=science
    tecnologia=technology nacional=national nationale=national nazionale=national relaciones=relation
    relacoes=relation exteriores=foreign etrangeres=foreign affaires=affair asuntos=affair defensa=defense
    defesa=defense agricultura=agriculture energia=energy desarrollo=development desenvolvimento=development
    gobierno=government governo=government gouvernement=government senado=senate camaras=chamber federacion=federation
    federacao=federation empresa=company agencia=agency agence=agency centro=center catolica=catholic
    politecnica=polytechnic tecnica=technical technische=technical autonoma=autonomous central=central
    cooperacion=cooperation cooperacao=cooperation turismo=tourism medio=middle ambiente=environment
    internacional=international internationale=international investigacion=research investigaciones=research
    recherche=research africain=african africaine=african developpement=development fundacion=foundation
    fundacao=foundation fondation=foundation stiftung=foundation"""
    )
)
"""Words as newspapers of other countries write them, abbreviate them or leave them untranslated."""

FOREIGN_LITTLE_WORDS = _words("de del la el los las do da dos das du des le les der die das di y e et und")

TRAILING_NOUNS = _words("initiative programme program project scheme")
"""What may be added to a name that does without it: the Digital Silk Road (initiative)."""

SINGLE_BODIES = _words(
    "ministry department government parliament senate cabinet treasury army navy police assembly court congress"
)
"""Nouns of bodies of which a country has one of each name, so that name and country together tell which is meant."""

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
    ivan alexander sergei vladimir andrei ivanov petrov smirnov mehmet mustafa yilmaz kaya demir
    rahul amit raj rajesh sanjay vijay anil sunil deepak priya neha arjun ravi suresh ramesh ashok vikram anita pooja
    anna maria elena olga natalia tatiana irina ivanova petrova smirnova kuznetsov kuznetsova popov popova sokolov
    cohen levy mizrahi david moshe yosef sara rachel
    reza mahdi hamid saeed majid zahra ahmadi mohammadi hosseini karimi
    ana joao antonio pedro francisco manuel miguel jorge oliveira souza pereira costa ferreira rodrigues almeida
    fernandez gomez diaz torres ramirez flores cruz morales ortiz gutierrez
    jean pierre michel marie jacques martin bernard dubois laurent simon
    ibrahim musa abubakar mohamud abdi hassan yusuf aisha okafor okeke adeyemi mensah osei diallo traore keita
    otieno odhiambo kamau njoroge mwangi wanjiru banda phiri dlamini nkosi ndlovu
    tan lim wong ng chan lau cheung ho chow
    hiroshi takashi kenji sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi
    santoso wijaya setiawan putra siti nur budi"""
)
"""Given and family names so frequent that two of them together still do not tell who is meant."""
