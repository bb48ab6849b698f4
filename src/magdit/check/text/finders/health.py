"""Finds words about someone's health, care, faith, origin or love (AVG art. 9). Says not whose.

A theme week about allergies, a lesson on healthy food and the rule for reporting sick say nothing of anyone: silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, before, listed, sentence_start, words
from magdit.check.text.text import Text

_LISTS = word_list("health")


def _listed(*sections: str) -> re.Pattern[str]:
    every = {word for section in sections for word in _LISTS[section]}
    return words(*map(re.escape, sorted(every, key=len, reverse=True)))


_SERIOUS, _EVERYDAY, _BELIEF, _GENERAL, _STORY = (
    _listed("diagnosis", "care"), _listed("illness"), _listed("belief"), _listed("general"), _listed("story"),
)  # fmt: skip
# Somebody has it: a verb or 'zijn', 'haar' just before, with a few words between.
_HAS = re.compile(
    r"(?<![^\W_])(?P<verb>heeft|had|hebt|heb|krijgt|kreeg|is|ben|was|wordt|werd|bleek|blijkt|lijdt|lijd|ligt|lag|gebruikt|slikt|slik|blijft|meldt|volgt|neemt"
    r"|meldde|zit|vanwege|wegens|door|(?<!er )zijn|haar|mijn|m'n|has|had|suffers|takes|moet|gaat|ging|gebruik"
    r"|draagt|woont|staat|kwam|komt|met (?:zijn|haar)|onder"
    r"|loopt|liep|loop|kampt|worstelt"
    r")\s(?P<between>(?:[\w'-]{1,20}(?:[,.]\d)?,?\s){0,5})\Z"
)
_ABOUT_IT = listed("about_it")
_NOBODY = listed(
    "said_to_all", r"(?:uw|je|jouw|een|elk|ieder|geen|welk) (?:zoon of dochter|kind|kinderen|leerling|collega)"
)
_SOMEBODY = listed(
    "somebody",
    r"(?:mijn|m'n|mn|onze|ons|zijn|haar|hun|de) (?:zoon|dochter|zoontje|dochtertje|broer|broertje|zus|zusje|moeder"
    r"|vader|mama|papa|oma|opa|kind|juf|meester|leerling|mentor|vriend|vriendin|collega)",
)
_ONE_CHILD = re.compile(
    r"(?:er (?:is|zit)|zit(?:ten)? (?:er )?|hebben|heb) (?:ook |nu |in \w{1,10} (?:\d )?)?(?:een|1|twee) (?:kind"
    r"|leerling|jongen|meisje|collega)"
    r"|(?<![^\W_])(?:een|1) (?:kind|leerling|jongen|meisje|collega|kleuter) (?:uit|van|in|bij) (?:\w{1,12} ){1,4}"
    r"(?:heeft|had|kreeg|krijgt|is|ligt|lag|werd|bleek|blijkt|gebruikt|slikt)(?![^\W_])"
    r"|(?<![^\W_])bij (?:een|1) (?:kind|leerling|jongen|meisje|collega|kleuter)(?![^\W_])"
)
_MEASURED = re.compile(
    r"(?<!boven )(?<!vanaf )(?<!bij )(?<!dan )(?<!tot )(?<!is )(?<![^\W_])(?:3[7-9]|4[0-2])[.,]\d (?:graden |° ?)?\Z"
)
_ESTABLISHED = re.compile(r" (?:vastgesteld|geconstateerd|ontdekt|gevonden|gezien)(?![^\W_])")
# 'De plant is ziek', 'de hamster heeft koorts': nobody.
_A_THING = re.compile(
    r"(?<![^\W_])(?:\w{0,8}hond(?:je)?|plant(?:en|je)?|bo(?:om|men)|struik(?:en)?|hamster|cavia|konijn(?:en|tje)?|hond(?:je)?|kat|poes|kip"
    r"|kippen|pony|paard|vissen|goudvis|dier(?:en)?|geit(?:en|je)?|schildpad|laptop|computer|printer|digibord|server|beer"
    r"|knuffel|pop)(?![^\W_])"
)
_DENIED = re.compile(r"(?<![^\W_])(?:niet|geen|nooit|not|no)\s(?:\w{1,12}\s)?\Z")
_HAS_BEHIND = re.compile(
    r" (?:heeft|had|kreeg|krijgt|van) (?:hij|zij|ze|hem|haar|mijn|onze|\w{2,20} (?:al|ook|nu))(?![^\W_])"
)
_IDIOM = re.compile(r"(?:doof|blind) (?:voor|over|op|van|ver)(?![^\W_])")
_NOT_ILL = re.compile(
    r"ziek (?:van|goed|veel|leuk|gaaf|nice|hard|mooi|vet|lekker|melden)(?![^\W_])|gebroken (?:wit|getal|record|hart)"
    r"|ziek(?= ?\?)|ziek in (?:je|jullie|zijn|haar|hun|die|zn|z'n|d'r) (?:hoofd|kop|bol|brein|hersens)"
    r"|ziek(?:e)? (?:of zo|ofzo|joh|man)(?![^\W_])"
)
_ASKED = re.compile(r"(?<![^\W_])(?:wat|hoe) (?:is|zijn|werkt|ontstaat|herken je|komt) (?:eigenlijk |precies |dat )?\Z")
# 'Ik sla je het ziekenhuis in': a threat, nobody's health.
_BEATEN = re.compile(
    r"(?<![^\W_])(?:sla|slaan|schop|schoppen|trap|trappen|ram|rammen|beuk|beuken|mep|meppen|stomp|rij|rijd|help"
    r"|lig je|lig jij"
    r"|beland je|eindig je|krijg|maak|zie)(?![^\W_])[^.!?\n]{0,40}\Z"
)
# Small words that are something else in lower case: 'add me on insta', 'een as(s)'.
_FIRST_WORDS = frozenset(
    re.split(r"[\W\d_]", word)[0] for section in ("diagnosis", "care", "illness", "belief") for word in _LISTS[section]
) | {"epi", "adhd", "add", "jehova", "ptss"}
_ONLY_CAPITALS = frozenset({"add", "ass", "odd", "tos", "ic", "trans", "sonde"})


def find(text: Text) -> tuple[Finding, ...]:
    """A diagnosis that somebody has is certain; other words are possible, everyday ones only if somebody has it."""
    if _FIRST_WORDS.isdisjoint(text.plains):
        return ()
    return (*_serious(text), *_everyday(text), *_beliefs(text))


def _serious(text: Text) -> Iterator[Finding]:
    for match in _hits(text, _SERIOUS):
        if _is_something_else(text, match) or _is_denied(text, match):
            continue
        has, general = _somebody_has(text, match), around(text, match.span(), _GENERAL, reach=60)
        is_diagnosis = match[0] in _LISTS["diagnosis"]
        alone = is_diagnosis and not general and _alone(text, match)
        about_all = general or _is_of_all(text, match)
        if has or (not about_all and (alone or _is_somebody(text, match))):
            yield found("health", text.span(*match.span()), sure=has and not general and is_diagnosis, code="health")


def _is_something_else(text: Text, match: re.Match[str]) -> bool:
    """'add me', 'doof voor alle roepen', 'die kanker school': a small word, a saying, a curse."""
    if match[0] in _ONLY_CAPITALS and not _written(text, match).isupper():
        return True
    before_it = text.folded[max(0, match.start() - 8) : match.start()]
    curse = match[0] == "kanker" and re.search(r"(?<![^\W_])(?:de|die|dat|wat een|zo'n) \Z", before_it)
    lead = text.folded[max(0, match.start() - 50) : match.start()]
    if _ASKED.search(lead) or before(text, match.start(), _A_THING, reach=50):
        return True
    beaten = match[0] in ("ziekenhuis", "hospital", "rolstoel", "ic", "gips", "ambulance") and _BEATEN.search(lead)
    return bool(curse or beaten or _IDIOM.match(text.folded, match.start()))


def _everyday(text: Text) -> Iterator[Finding]:
    for match in _hits(text, _EVERYDAY):
        if _MEASURED.search(text.folded[max(0, match.start() - 40) : match.start()]):  # '38,9 koorts' is somebody's
            yield found("health", text.span(*match.span()), sure=False, code="illness")
            continue
        ruled_out = _is_denied(text, match) or _NOT_ILL.match(text.folded, match.start()) or _is_of_all(text, match)
        has = _somebody_has(text, match) or _is_established(text, match)
        if has and not ruled_out and not before(text, match.start(), _A_THING, reach=50):
            yield found("health", text.span(*match.span()), sure=False, code="illness")


def _beliefs(text: Text) -> Iterator[Finding]:
    for match in _hits(text, _BELIEF):
        general = around(text, match.span(), _GENERAL, reach=60) or _is_of_all(text, match)
        if _somebody_has(text, match) and not general and not _is_denied(text, match):
            yield found("health", text.span(*match.span()), sure=False, code="special_data")


def _hits(text: Text, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The words of a list in the text; looked for only where such a word can begin."""
    done = 0
    for word in text.words:
        match = pattern.match(text.folded, word.at) if word.plain in _FIRST_WORDS and word.at >= done else None
        if match:
            done = match.end()
            if not before(text, match.start(), _STORY, reach=60):
                yield match


def _written(text: Text, match: re.Match[str]) -> str:
    return text.original[slice(*text.span(*match.span()))]


def _somebody_has(text: Text, match: re.Match[str]) -> bool:
    begin = sentence_start(text, match.start(), reach=70)
    has = _HAS.search(text.folded[begin : match.start()])
    return has is not None and not _ABOUT_IT.search(has["between"])


def _is_of_all(text: Text, match: re.Match[str]) -> bool:
    """'Is uw kind ziek?', 'kinderen met astma', 'wie koorts heeft': said to everyone."""
    begin = sentence_start(text, match.start(), reach=60)
    one = _ONE_CHILD.search(text.folded, begin, match.start())
    return _NOBODY.search(text.folded, begin, match.start()) is not None and not one


def _is_established(text: Text, match: re.Match[str]) -> bool:
    """'Bij een kind in groep 2 is roodvonk vastgesteld': one child, even without its name."""
    begin = sentence_start(text, match.start(), reach=60)
    one = _ONE_CHILD.search(text.folded, begin, match.start())
    return one is not None and _ESTABLISHED.match(text.folded, match.end()) is not None


def _is_somebody(text: Text, match: re.Match[str]) -> bool:
    """A person in the same sentence: 'hij', 'mijn zoon', or a word with a capital inside it."""
    begin = sentence_start(text, match.start(), reach=60)
    if _ONE_CHILD.search(text.folded, begin, match.start()) or _SOMEBODY.search(text.folded, begin, match.start()):
        return True
    if _SOMEBODY.match(
        text.folded, match.end() + (5 if text.folded.startswith(" van ", match.end()) else 1)
    ) or _HAS_BEHIND.match(text.folded, match.end()):
        return True
    inside = [word for word in text.words if begin <= word.at < match.start() and word.capital and not word.opens]
    return any(not word.shouted for word in inside)


def _alone(text: Text, match: re.Match[str]) -> bool:
    """In a list or a form the word stands alone: 'Bijzonderheden: epilepsie', 'Noor (notenallergie)'."""
    return re.search(r"[:(,;/\n-]\s?\Z", text.folded[max(0, match.start() - 3) : match.start()]) is not None


def _is_denied(text: Text, match: re.Match[str]) -> bool:
    return _DENIED.search(text.folded[max(0, match.start() - 30) : match.start()]) is not None
