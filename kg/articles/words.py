"""The word lists of the stage, in one place: what news files say besides the story.

All entries are casefolded; callers casefold before they look.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """The words of ``text``; those of a name that is several words are tied with ``_``."""
    return frozenset(text.split())


MONTHS = {
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4,
    "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8,
    "sep": 9, "sept": 9, "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11,
    "dec": 12, "december": 12,
}  # fmt: skip

WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mon", "tues", "tue", "wed", "thurs", "thu", "fri", "sat", "sun",
)  # fmt: skip

# News agencies, as they stand in brackets in a dateline or alone under a headline.
AGENCIES = _words("""
    aap aa ada afp agencies agerpres ana ani anp ansa ap apa app associated_press azertac bbc bernama belta
    bss bta cen cna ctk dpa efe ekantipur ena fbc gnn ians inp inp-wealthpk interfax irna kazinform kbc
    kuna kyodo kyodo_news lusa map mena mna montsame mti nan nina nnn nnn-bernama online oananews pa pajhwok
    pap pna pr_newswire prnewswire pti qna reuters rna sabc sana sana'a sapp spa ssnnews stuff suna tanjug
    tass tap tt ukrinform uni unb urdupoint vna wam wafa xinhua xinhuanet yonhap globe_newswire globenewswire
    business_wire businesswire pacnews petra sputnik trend trend_news_agency upi unis anadolu
    andina angop antara aps armenpress azernews ina interpressnews kabar khovar mia montsame nampa
    tasr turan uza
    """)

# Small words inside the names of persons.
NAME_PARTICLES = _words("al bin binti da de del den der di dos du e el ibn la le ten ul ur van von")

# Words that make a short line, or a part of one, the name of an outlet.
OUTLET_WORDS = _words("""
    agency bulletin chronicle courier daily dispatch echo express gazette globe guardian herald journal
    magazine mail mirror monitor news newspaper newsroom newswire observer online outlook point post press
    radio record reporter review sentinel standard star sun television telegraph times tribune tv weekly wire
    """)

# Words of a role that follows a reporter's name, or stands in place of it.
ROLES = _words("""
    agencies analyst author bureau chief columnist contributing contributor correspondent desk editor
    editorial fellow freelance journalist newsroom our photographer producer reporter reporting special
    staff team web writer
    """)

# Words that people's names do not hold, but short headlines do.
NOT_IN_NAMES = _words("""
    a about accord after against agree agreement agreements agrees aid an and announce announces approve approves
    as at back backs bank bet between bilateral boost boosts bring brings business by call calls ceremony china
    chinese co committee company conclude concludes conference cooperation council country daily deal deals deepen
    deepens delegation digital economic economy embassy end ends energy europe event expand expands expo export fair
    first for forum from fund get gets give government group grow growth half has hold holds home host hosts how
    ii in industry ink inks institute international into invest investment is it its join joins joint launch
    launches lead leaders leads local market media meet meeting meets minister ministry mission mou mous
    national new news next no not of official off on one open opens or out over pact pakistan pakistani
    partner partners partnership people plan plans politics president programme project push pushes reception
    region regional relations release renew renews report role science season see sees set sets share
    ship sign signed signing signs software sports state strengthen strengthens summit support supports take takes
    talk talks tech technology the three ties to top trade travel treaty two under union unit university up us visit
    visits vows welcome welcomes why wins with work world year years
    """)

# Persons' titles: an ALL-CAPS word before a colon is then a speaker, not a dateline.
SPEAKERS = _words("""
    a ambassador answer chairman congressman dr foreign general governor host interviewer king lady lord
    minister moderator mr mrs ms note prime president prof professor q question reporter secretary senator
    sir speaker summary update watch
    """)

# Whole lines that are furniture of a page.
FURNITURE_LINES = frozenset(
    line.strip()
    for line in """
    about us
    ad
    advertisement
    advertisements
    article
    back to all news
    back to list
    back to news
    back to overview
    back to top
    bookmark
    breaking
    breaking news
    by
    close
    comment
    comments
    contact us
    copy link
    email
    e-mail
    end
    endi
    enditem
    ends
    exclusive
    facebook
    featured
    for immediate release
    full article
    home
    image
    instagram
    in english
    join the conversation
    keep reading
    latest news
    leave a comment
    leave a reply
    linkedin
    listen
    listen to this article
    local news
    media advisory
    media release
    media statement
    menu
    more
    news
    news in brief
    news release
    news stories
    newsletter
    next
    next article
    no comments
    no comments yet
    photo
    photos
    pinterest
    post a comment
    press release
    press releases
    press statement
    previous
    previous article
    print
    print article
    print this article
    print this page
    reddit
    reply
    save
    search
    select city
    select country
    share
    share article
    share on facebook
    share on twitter
    share this
    share this article
    share this page
    share this post
    share this story
    sign in
    sign up
    skip to content
    skip to main content
    special offer
    sponsored
    statement
    subscribe
    telegram
    text size
    this article is more than 1 year old
    top
    translate
    tweet
    twitter
    up
    video
    view comments
    whatsapp
    you are here
    """.splitlines()
    if line.strip()
)

# Starts of short lines that are furniture, whatever follows.
FURNITURE_STARTS = (
    "©", "(c) 2", "adjust font size", "all rights reserved", "also read", "back to top", "category:",
    "categories:", "click here",
    "continue reading", "copyright", "full article", "download the app", "download our app", "file photo",
    "filed under", "follow us",
    "home /", "home >", "home »", "home|", "image credit", "image:", "images:", "join our",
    "join the conversation", "keywords:", "last modified", "listen to",
    "more about", "photo by", "photo courtesy", "photo credit", "photo:", "photos:", "picture:", "pic:",
    "please enable javascript", "posted in", "read also", "read more", "read next", "reading time",
    "see also", "share on", "share this",
    "sign up for", "subscribe to", "tags:", "text:a", "topics:", "watch:", "you are here", "your email address",
)  # fmt: skip

# Starts of lines that tell how to reach somebody.
CONTACT_STARTS = (
    "contact:", "contacts:", "media contact", "press contact", "media enquir", "media inquir", "for more information",
    "for further information", "for further details", "for media", "tel:", "tel.", "telephone:", "phone:", "fax:",
    "mobile:", "email:", "e-mail:", "website:", "web:", "twitter:", "facebook:",
)  # fmt: skip

# Lines after which only links to other articles, or addresses, follow.
TAIL_STARTS = (
    "related article", "related news", "related stor", "related post", "related content", "related link",
    "related video",
    "related topic",
    "most popular", "most read", "more news", "more from", "more stories", "more top", "morephoto", "moretop",
    "you may also like", "you might also like", "recommended", "trending", "latest stor", "other news",
    "about the author", "media contact", "press contact", "contacts", "contact", "read more", "off the wire",
)  # fmt: skip

# Starts of a bracket that credits the agency's people.
CREDIT_STARTS = (
    "additional reporting", "compiled by", "edited by", "editing by", "editor:", "editors:", "reported by",
    "reporting by", "this story", "with input", "with agenc", "written by", "writing by",
)  # fmt: skip

# What a labelled head or foot line may be about.
LABELS = {
    "title": "title", "headline": "title",
    "source": "publisher", "credit": "publisher", "credits": "publisher", "from": "publisher",
    "publisher": "publisher", "courtesy": "publisher", "via": "publisher", "agency": "publisher",
    "publication": "publisher", "newspaper": "publisher", "outlet": "publisher", "site": "publisher",
    "author": "author", "authors": "author", "byline": "author", "reporter": "author",
    "by": "author", "written by": "author", "reported by": "author", "story by": "author", "posted by": "author",
    "editor": "junk", "editors": "junk", "photographer": "junk", "ref": "junk", "contact": "junk", "section": "junk",
    "url": "source", "link": "source", "address": "source", "original": "source",
    "published": "date", "date": "date", "posted": "date", "updated": "date", "pubdate": "date",
}  # fmt: skip
