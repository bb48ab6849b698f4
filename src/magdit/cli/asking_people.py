"""Who is in it, as typed: a number of people or first names. What may be something else is asked, never invented."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from magdit.cli.asking_read import NEARLY, NO, NOBODY, UNKNOWN, YES, Unclear, Wanted, parts_of, plain_of
from magdit.words.roles import ROLES

MOST_PEOPLE = 100
MOST_NAME_WORDS = 4
COUNTS = {
    word: number
    for number, words in enumerate(
        "nul een,één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien twintig".split()
    )
    for word in words.split(",")
}
PEOPLE = frozenset("mensen mens personen persoon man".split())
SELF = frozenset(("ik", "ikzelf", "ik zelf", "mij", "mijzelf", "mezelf", "ikke", "uzelf"))
ALONE = frozenset(("geen mensen", "geen personen", "geen mens", "nul mensen", "0 mensen"))  # beside NOBODY
DENIES = frozenset("niet geen nooit behalve zonder niemand niks niets nul".split())
GROUPS = frozenset(
    "alle allemaal iedereen beide wij we ons paar enkele sommige veel wat wie velen aantal tientallen honderden "
    "groep groepen klas klassen school scholen team teams publiek familie gezin kids jeugd mensen personen".split()
)
# Words that name many people, or an office of several.
BODIES = frozenset("personeel pers politie bestuur schoolbestuur mr gmr rvt cvb school organisatie stichting".split())
BEFORE = frozenset("de het een mijn onze ons die deze dit dat zijn haar jouw uw hun".split())
PARTICLES = frozenset("de van der den ten ter te het el al la le bin von di da du ibn".split())
HOW_TO = "Typ hoeveel mensen (2 leerlingen), hun voornamen (Noor, Sem), of: niemand."
TOO_MANY = f"Dat zijn er te veel om na te vragen (hoogstens {MOST_PEOPLE}). Gebruik magdit check met een lijst."
Row = dict[str, Any]


def read_people(text: str, wanted: Wanted) -> list[Row]:
    """The people as they would stand in an act; raises Unclear."""
    if plain_of(text) in NOBODY | ALONE:
        return []
    if re.search(r"\d\s*[.,]\s*\d|-\s*\d|\d\s*[-–/]", text):
        raise Unclear(f"Typ één heel getal van 1 tot {MOST_PEOPLE}, zoals: 2 leerlingen.")
    people: list[Row] = []
    for part in parts_of(text):
        _refuse_what_names_nobody(part)
        people += _read(part, text, wanted, before=people)
        if len(people) > MOST_PEOPLE:
            raise Unclear(TOO_MANY)
    if not people:
        raise Unclear(HOW_TO)
    return people


def _refuse_what_names_nobody(part: str) -> None:
    """A yes, a denial or a group is no person."""
    words = plain_of(part).split()
    if (YES | NO) & set(words) or plain_of(part) in UNKNOWN:
        raise Unclear(HOW_TO)
    if DENIES & set(words):
        raise Unclear("Is er niemand te zien of te horen? Typ dan alleen: niemand. Typ anders wie er wel zijn.")


def _read(part: str, text: str, wanted: Wanted, *, before: list[Row]) -> list[Row]:
    plain = plain_of(part)
    if plain in SELF:
        return [{"naam": "uzelf"} | ({"rol": list(wanted.author)} if wanted.author else {})]
    first, _, rest = plain.partition(" ")
    if first.isdecimal() or first in COUNTS:
        count = COUNTS[first] if first in COUNTS else int(first[:9])
        return _counted(count, rest, part, text, before)
    bare = " ".join(plain.split()[1:]) if first in BEFORE else plain
    role = _role(bare)
    if role is not None:
        if bare in BODIES or not _is_one(bare):
            many = "mensen" if bare in BODIES else bare
            raise Unclear(f"Hoeveel zijn het er? Typ het aantal erbij, zoals: 2 {many}.")
        return _labelled(1, role, before)
    return [_named(part, text)]


def _counted(count: int, rest: str, part: str, text: str, before: list[Row]) -> list[Row]:
    if count > MOST_PEOPLE:
        raise Unclear(TOO_MANY)
    if count == 0:
        raise Unclear("Is er niemand te zien of te horen? Typ dan alleen: niemand.")
    role = _role(rest)
    if (role is None and rest and rest not in PEOPLE) or rest in BODIES:
        if GROUPS & set(rest.split()) or count == 1 or re.search(r"\d", rest):
            raise Unclear(f"'{part}' is niet duidelijk. {HOW_TO}")
        near = next(iter(get_close_matches(rest, _plurals(), n=1, cutoff=NEARLY)), "mensen")
        raise _meant(f"{count} {near}", part, text)
    return _labelled(count, role, before)


def _labelled(count: int, role: str | None, before: list[Row]) -> list[Row]:
    word = ROLES.dutch(role) if role else "persoon"
    start = sum(one["naam"].startswith(f"{word} ") for one in before)
    labels = [f"{word} {start + number}" for number in range(1, count + 1)]
    return [{"naam": label} | ({"rol": [role]} if role else {}) for label in labels]


def _named(part: str, text: str) -> Row:
    """One person by first name; also 'juf Fatima'. Anything that may be something else is asked back."""
    words = part.strip().rstrip(".!").split()
    role = _role(words[0].casefold()) if len(words) > 1 else None
    name = words[1:] if role is not None and _is_one(words[0].casefold()) else words
    if not name or (GROUPS & {word.casefold() for word in words}) or len(name) > MOST_NAME_WORDS:
        raise Unclear(f"'{part[:60]}' is niet duidelijk. {HOW_TO}")
    if not all(re.fullmatch(r"[^\W\d_][\w'’.-]*", word) for word in name) or re.search(r"[\d_]", "".join(name)):
        raise Unclear(f"'{part[:60]}' is niet te lezen. {HOW_TO}")
    near = get_close_matches(plain_of(part), _singulars(), n=1, cutoff=NEARLY)
    if near:
        raise _meant(f"een {near[0]}", part, text)
    if not name[0][0].isupper() or not all(word[0].isupper() or word in PARTICLES for word in name):
        if len(words) == 1:
            raise _meant(part.strip().capitalize(), part, text, ask="Is dit een voornaam")
        raise Unclear(f"'{part[:60]}' is niet duidelijk. {HOW_TO}")
    return {"naam": " ".join(words)[:60]} | ({"rol": [role]} if role and name != words else {})


def _meant(better: str, part: str, text: str, *, ask: str = "Bedoelde u") -> Unclear:
    """Ask whether the part was meant so; 'ja' then stands for the whole answer with the better part in it."""
    return Unclear(f"{ask}: {better}? Typ ja, of een ander antwoord.", text.strip().replace(part, better, 1))


def _role(name: str) -> str | None:
    """The role this word names, also in the plural."""
    spellings = (name, *_shorter(name))
    return next((ROLES.code(spelling) for spelling in spellings if spelling in ROLES), None) or _by_label(name)


def _by_label(name: str) -> str | None:
    folded = name.replace(" ", "_").replace("-", "_")
    return next((w.code for w in ROLES if w.dutch.casefold() == name), ROLES.code(folded) if folded in ROLES else None)


def _shorter(name: str) -> tuple[str, ...]:
    """What a plural may be the plural of: leerlingen, collega's, leraren, juffen, stagiaires."""
    stem = name.removesuffix("en")
    long = f"{stem[:-1]}{stem[-2]}{stem[-1]}" if stem != name and len(stem) > 2 else name
    short = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return stem, name.removesuffix("'s"), name.removesuffix("’s"), name.removesuffix("s"), f"{stem}e", long, short


def _is_one(name: str) -> bool:
    """Whether this word names one person, not several."""
    return name != "kinderen" and (name in ROLES or (_by_label(name) is not None and not name.endswith("en")))


def _singulars() -> list[str]:
    return [word.code.replace("_", " ") for word in ROLES]


def _plurals() -> list[str]:
    return [f"{name}{ending}" for name in _singulars() for ending in ("en", "s", "")]
