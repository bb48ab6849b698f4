"""Finds hints that something was made by someone else: ©, 'foto: …', 'bron: …', a picture bank, a photographer."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.once import once_a_sentence
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_SIGN = re.compile(r"(?:©|(?<!\w)\(c\)(?=\s?(?:(?:19|20)\d\d|[a-z]{2})))(?:\s?(?:19|20)\d\d)?(?:\s[^\W\d_]{2,30}){0,3}")
_RESERVED = words(
    r"copyright(?:\s(?:19|20)\d\d)?",
    "alle rechten voorbehouden",
    "all rights reserved",
    "auteursrechtelijk beschermd",
    r"beeldrecht(?:en)?(?= ?:| voorbehouden| bij)",
    r"getty ?images|shutterstock|anp foto|istock(?:photo)?|adobe ?stock|dreamstime|alamy|hollandse ?hoogte",
    r"depositphotos|freepik|unsplash|pexels|pixabay|stockfoto's?|stock photos?|123rf|bigstock|canva pro",
)
# Not a credit, but words that say that someone has a say in it.
_HINT = words(
    r"(?:niet|nooit)\s(?:\w{1,20}\s){0,4}?zonder (?:voorafgaande |schriftelijke )?toestemming van de (?:maker"
    r"|fotograaf|rechthebbende|auteur)",
    r"deze (?:foto'?s?|afbeelding(?:en)?|tekening(?:en)?|tekst|video) (?:mag|mogen) niet zonder toestemming",
    r"met dank aan (?:\w{1,15} ){0,4}(?:fotograaf|fotografie|photography|studio)",
    r"niets uit deze \w{3,20} mag (?:worden )?(?:overgenomen|gekopieerd|vermenigvuldigd|verveelvoudigd)",
    r"(?:school|beroeps)?fotograaf (?:maakte|nam|schoot) (?:deze|de|onze|dit|alle) (?:foto'?s?|klassenfoto'?s?"
    r"|portret(?:ten)?|beelden?)",
    r"gevonden op (?:pinterest|google|internet|instagram|facebook|tiktok)",
    r"(?:niet (?:kopieren|overnemen|downloaden)|do not copy|no reposts?)",
    r"gebruikt met toestemming van|used with permission|courtesy of|met dank aan (?:de |onze )?(?:school)?fotograaf",
    r"(?:gemaakt|genomen|geschoten) door (?:de |een |onze )?(?:school|beroeps|pers|huwelijks|sport)?fotograaf",
    r"(?:foto'?s?|klassenfoto'?s?|portret(?:ten)?|beelden?) van (?:de |onze )?(?:school|beroeps|pers|sport)fotograaf",
    r"(?:foto'?s?|video|filmpje|tekening|beelden?) (?:zijn |is )?gemaakt door (?:een |de )?(?:ouder|moeder|vader"
    r"|opa|oma)",
    r"(?:denk aan|let op|ivm|i\.v\.m\.|vanwege|wegens) (?:het |de )?portretrecht(?:en)?|(?:foto|beeld|plaatje"
    r"|afbeelding)(?:'?s|en|jes)? (?:komt |komen |gevonden |gehaald |is "
    r"|zijn ){0,2}(?:van|op|via) (?:google|internet|pinterest)",
)
_CREDIT = re.compile(
    r"(?<![^\W_])(?P<what>"
    r"(?:foto(?:'s|grafie|graaf)?|beeld(?:materiaal)?|video|illustraties?|tekening|muziek|tekst|bron|rechten|via)\s?:\s?"
    r"|(?:foto(?:'s)?|beeld|video|muziek|illustraties?|tekeningen?)\s(?:is |zijn )?(?:gemaakt )?door\s"
    r"|(?:fotograaf|fotografe|photo(?: credit)?|picture|image|credits?|source)\s?:\s?|(?:photo|picture|image) by\s"
    r"|(?:foto(?:'s)?|beeld|video)\s(?:gemaakt )?door\s?:\s?|(?:deze |die )foto is van\s"
    r"|foto(?:'s)?\s[-|]\s|bron (?:foto|afbeelding|beeld|tekst|video|illustratie)'?s?\s?:\s?"
    r"|illustraties? van\s|(?:(?<=[(\n])|^)(?:foto|beeld|fotografie|bron)\s|fotografie\s"
    r"|overgenomen (?:uit|van)\s|uit de krant van\s)"
    r"(?P<who>[^\W_][^\n,;.!?]{1,40})"
)
_CAMERA = re.compile(r"[\U0001f4f7\U0001f4f8\U0001f3a5]\s?(?:[:by]{1,3}\s?@?[a-z][\w.]{2,30}|@[a-z][\w.]{2,30})")
_OWN = re.compile(
    r"(?:een|er|zie|eigen|school|groep|juf|meester|team|ons|onze|klik|bijlage|hieronder|volgt|komen|wij|mij|ik"
    r"|de kinderen"
    r"|leerlingen)(?![^\W_])"
)
# 'Beeld: Mila speelt schaak' says what is to be seen: between a maker's names only these stand in lower case.
_IN_NAMES = frozenset(
    "van de der den het 't te ten ter el al von und en voor via door of in van's d'r & gemaakt fotografie foto"
    " foto's fotos"
    " tekst beeld video photography studio by and".split()
)
# 'Foto: Kai op de glijbaan', 'Beeld: Kai, trots met beker': what is to be seen.
_PLACES = frozenset("op in bij met tijdens naast achter onder aan als tussen boven".split())
_SEEN = re.compile(r",? (?:trots|blij|samen|met|op|in|tijdens|als|bij|naast)(?![^\W_])")
_SAYS = re.compile(r"\w{3,20}(?:t|en|de|te|d)\Z")
_PICTURE = re.compile(r"foto|beeld|plaatje|afbeelding|video|filmpje")
# 'Mag je een foto van Google gebruiken?' is a question or a lesson.
_ASKS = re.compile(
    r"(?<![^\W_])(?:mag|mogen|kan|kun|kunnen|wanneer|hoe|waarom|wat|moet|les|uitleg|workshop|leren|zet nooit"
    r"|gebruik (?:geen|nooit)"
    r")(?![^\W_])[^.!?\n]{0,60}\Z"
)
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("©", "(c)", "copyright", "rechten", "reserved", "beschermd", "recht", "getty", "shutterstock", "anp"),
    *("stock", "dreamstime", "alamy", "hoogte", "freepik", "unsplash", "pexels", "pixabay", "123rf", "photos"),
    *("foto", "fotogra", "photo", "beeld", "video", "film", "muziek", "illustratie", "tekening", "tekst"),
    *("plaatje", "afbeelding", "picture", "image", "credit", "source", "bron", "via", "overgenomen", "gevonden"),
    *("krant", "toestemming", "kopieren", "downloaden", "overnemen", "copy", "repost", "permission", "courtesy"),
    *("canva", "📷", "📸", "🎥"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """A © or a reservation of rights is certain; a credit to someone is possible, one to the school itself is none."""
    if not _STEMS.are_in(text):
        return ()
    reserved = [match.span() for pattern in (_SIGN, _RESERVED) for match in pattern.finditer(text.folded)]
    findings = [found("copyright", text.span(*span), sure=True, code="rights") for span in reserved]
    hints = [match.span() for match in _CAMERA.finditer(text.folded)]
    hints += [match.span() for match in _HINT.finditer(text.folded) if not _is_a_question(text, match)]
    findings += [found("copyright", text.span(*span), sure=False, code="credit") for span in hints]
    for match in _CREDIT.finditer(text.folded):
        written = text.original[text.span(*match.span("who"))[0]]
        is_source = match["what"].startswith(
            ("bron:", "bron :", "bron foto", "bron af", "bron be", "bron te", "source", "overgenomen", "uit de krant")
        )
        is_maker = written.isupper() and not _is_told(text, match)
        if (is_maker or is_source) and not _OWN.match(match["who"]):
            end = match.start("who") + len(match["who"].rstrip())
            findings.append(found("copyright", text.span(match.start(), end), sure=False, code="credit"))
    return once_a_sentence(text, findings)


def _is_told(text: Text, match: re.Match[str]) -> bool:
    """A verb right behind the name: 'Beeld: Mila speelt schaak', 'Foto: Kai zwemt'."""
    said = text.original[slice(*text.span(*match.span("who")))].split()
    lower = [word.lower() for word in said if word[:1].islower()]
    if _PLACES.intersection(lower) or (len(said) == 1 and _SEEN.match(text.folded, match.end("who"))):
        return True
    if match["what"].startswith(("tekst", "video")) and ":" in match["what"] and len(said) - len(lower) < 2:
        return True
    verb = next((word for word in lower if word not in _IN_NAMES), "")
    return _SAYS.fullmatch(verb) is not None


def _is_a_question(text: Text, match: re.Match[str]) -> bool:
    end = re.compile(r"[^.!\n]{0,60}\?").match(text.folded, match.end())
    lead = text.folded[max(0, match.start() - 70) : match.start()]
    about_a_picture = _PICTURE.search(match[0]) is not None
    return about_a_picture and (end is not None or _ASKS.search(lead) is not None)
