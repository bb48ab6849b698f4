"""What someone typed as an answer, read as a value: ordinary words, numbers of choices, days. Guesses nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from magdit.words.roles import ROLES
from magdit.words.vocabulary import UnknownWord, Vocabulary

YES = frozenset("ja j jawel klopt zeker yes".split())
NO = frozenset("nee n neen niet no".split())
NOBODY = frozenset("niemand niets geen nul 0 leeg nee".split())
UNKNOWN = frozenset(("weet ik niet", "weet niet", "ik weet het niet", "weet het niet", "onbekend", "geen idee", "wn"))
NO_NAMES = YES | NO | {"allemaal", "iedereen"}
DENIES = frozenset("niet geen nooit behalve zonder".split())
DAYS = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
MOST_PEOPLE = 100
NEARLY = 0.84
LIKE = 0.65
SHORT = 3
MOST_NUMBER = 1_000_000


class Unclear(ValueError):
    """An answer that cannot be read: what to say, and the word that was probably meant."""

    def __init__(self, message: str, meant: str | None = None) -> None:
        super().__init__(message)
        self.message, self.meant = message, meant


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sort of answer fits, out of which words, and on which day it is asked."""

    kind: str
    words: Vocabulary | None = None
    today: date = date.min
    may_be_none: bool = False
    leaves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def says_unknown(text: str) -> bool:
    """Whether this is 'I do not know'."""
    return _plain(text) in UNKNOWN


def read_answer(text: str, wanted: Wanted) -> Any:
    """The value as it would stand in an act; raises Unclear."""
    readers: Mapping[str, Callable[[str, Wanted], Any]] = {
        "ja_nee": _yes_no,
        "keuze": _choice,
        "keuzes": _choices,
        "getal": _number,
        "datum": _day,
        "moment": _moment,
        "personen": _people,
        "akkoorden": _leaves,
        "teksten": lambda given, _: [part for part in _parts(given) if part],
        "tekst": lambda given, _: given.strip(),
    }
    return readers[wanted.kind](text, wanted)


def read_check(text: str, names: list[str]) -> tuple[set[str], set[str]]:
    """Of a list of usual answers: which are otherwise, and of which the user is not sure."""
    if says_unknown(text):
        return set(), set(names)
    if _plain(text) in YES:
        return set(), set()
    other: set[str] = set()
    doubtful: set[str] = set()
    for part in re.split(r"[,;\s]+(?:en\s+)?", text.strip(" ,;")):
        found = re.fullmatch(r"(\d{1,6})(\?)?", part)
        if found is None or not 1 <= int(found.group(1)) <= len(names):
            raise Unclear(f"'{part}' is geen nummer uit deze lijst. Typ ja, of nummers zoals 1, 3.")
        (doubtful if found.group(2) else other).add(names[int(found.group(1)) - 1])
    return other, doubtful


def _yes_no(text: str, wanted: Wanted) -> bool:
    first = re.split(r"[\s,.!]", _plain(text))[0]
    if first in YES or first in NO:
        return first in YES
    raise Unclear("Antwoord met ja of nee. Weet u het niet? Typ: weet ik niet.")


def _choice(text: str, wanted: Wanted) -> Any:
    words = wanted.words
    if words is None:
        raise Unclear("Hierop past geen antwoord.")
    code = _code(text, words)
    if not wanted.leaves:
        return code
    name, roles = next(iter(wanted.leaves.items()))
    if code == "niet_gevraagd":
        return []
    return [{"wat": name, "door": roles[0] if roles else "leidinggevende", "staat": code}]


def _choices(text: str, wanted: Wanted) -> list[str]:
    if wanted.words is None:
        raise Unclear("Hierop past geen antwoord.")
    if wanted.may_be_none and _plain(text) in NOBODY and _plain(text) not in wanted.words:
        return []
    words = wanted.words
    return list(dict.fromkeys(_code(part, words) for part in _parts(text)))


def _code(text: str, words: Vocabulary) -> str:
    """The word behind a number, a spelling or a sentence with just one known word in it."""
    plain = _plain(text)
    if plain.isdecimal():
        codes = [word.code for word in words]
        if 1 <= int(plain[:9]) <= len(codes):
            return codes[int(plain) - 1]
        raise Unclear(f"Nummer {plain[:9]} staat niet in de lijst. Typ 'lijst' om de woorden te zien.")
    labels = {word.dutch.casefold(): word.code for word in words}
    if plain in labels:
        return labels[plain]
    try:
        return words.code(plain)
    except UnknownWord:
        heard = _heard(plain, words)
        if len(heard) == 1:
            return heard[0]
        nearest = heard or (_near(plain, words) if len(plain) > SHORT else ())
        raise _meant(text, tuple(words.dutch(code) for code in nearest)) from None


def _near(plain: str, words: Vocabulary) -> tuple[str, ...]:
    """The words that look like this: the one that nearly is it, or else a few that may be meant."""
    spellings = [spelling for word in words for spelling in (word.code, *word.also)]
    given = plain.replace(" ", "_").replace("-", "_")
    found = get_close_matches(given, spellings, n=1, cutoff=NEARLY) or get_close_matches(given, spellings, cutoff=LIKE)
    return tuple(dict.fromkeys(words.code(spelling) for spelling in found))


def _heard(plain: str, words: Vocabulary) -> tuple[str, ...]:
    """The known words in a sentence; none of them when it denies something."""
    tokens = re.findall(r"[\w'-]+", plain)
    if DENIES & set(tokens):
        return ()
    pairs = [f"{one}_{two}" for one, two in pairwise(tokens)]
    return tuple(dict.fromkeys(words.code(token) for token in (*pairs, *tokens) if token in words))


def _meant(text: str, nearest: tuple[str, ...]) -> Unclear:
    if not nearest:
        return Unclear(f"'{text.strip()}' kennen we niet. Typ 'lijst' om alle woorden te zien.")
    joined = " of ".join([", ".join(nearest[:-1]), nearest[-1]] if len(nearest) > 1 else nearest)
    more = " Typ ja, of een ander woord." if len(nearest) == 1 else ""
    return Unclear(
        f"'{text.strip()}' kennen we niet. Bedoelde u {joined}?{more}", nearest[0] if len(nearest) == 1 else None
    )


def _number(text: str, wanted: Wanted) -> int | float:
    found = re.fullmatch(r"(?:ongeveer |circa )?(\d{1,7})(?:[.,](\d{1,3}))?(?: \w+)?", _plain(text))
    if found is None or int(found.group(1)) > MOST_NUMBER:
        raise Unclear("Typ een getal, bijvoorbeeld 9.")
    return float(f"{found.group(1)}.{found.group(2)}") if found.group(2) else int(found.group(1))


def _day(text: str, wanted: Wanted) -> str:
    return _as_day(_plain(text), wanted.today).isoformat()


def _moment(text: str, wanted: Wanted) -> str:
    day, _, hour = _plain(text).replace("t", " ", 1).rpartition(" ") if ":" in text else (_plain(text), "", "")
    if not hour:
        return _as_day(day, wanted.today).isoformat()
    try:
        at = datetime.strptime(hour.removesuffix("uur").strip(), "%H:%M").time()  # noqa: DTZ007  a clock on the wall
    except ValueError:
        raise Unclear("Het uur is niet te lezen. Typ het zo: 20-11-2026 14:00.") from None
    return datetime.combine(_as_day(day, wanted.today), at).isoformat(timespec="minutes")


def _as_day(plain: str, today: date) -> date:
    if plain in DAYS:
        return today + timedelta(days=DAYS[plain])
    dutch = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", plain)
    try:
        return date(*(int(part) for part in reversed(dutch.groups()))) if dutch else date.fromisoformat(plain)
    except ValueError:
        raise Unclear("Deze dag is niet te lezen. Typ hem zo: 20-11-2026.") from None


def _people(text: str, wanted: Wanted) -> list[dict[str, Any]]:
    if _plain(text) in NOBODY:
        return []
    people: list[dict[str, Any]] = []
    for part in _parts(text):
        if NO_NAMES & set(_plain(part).split()):
            raise Unclear("Typ hoeveel mensen (2 leerlingen), hun voornamen (Noor, Sem), of: niemand.")
        count, name = _counted(part)
        role = _role(name)
        if not name or role is not None or count > 1:
            word = ROLES.dutch(role) if role else "persoon"
            start = sum(one["naam"].startswith(f"{word} ") for one in people)
            labels = [f"{word} {start + number}" for number in range(1, count + 1)]
        else:
            labels = [name[:60]]
        people += [{"naam": label} | ({"rol": [role]} if role else {}) for label in labels]
    if not people or len(people) > MOST_PEOPLE:
        raise Unclear(
            f"Dat zijn er te veel om na te vragen (hoogstens {MOST_PEOPLE}). Gebruik magdit check met een lijst."
        )
    return people


def _counted(part: str) -> tuple[int, str]:
    found = re.fullmatch(r"(\d{1,6}|een|één)(?:\s+(.+))?", part.strip(), re.IGNORECASE)
    if found is None:
        return 1, part.strip()
    number = found.group(1)
    return (int(number) if number.isdecimal() else 1), (found.group(2) or "").removesuffix("mensen").strip()


def _role(name: str) -> str | None:
    """The role this word names, also in the plural; asks back at a word that is nearly one."""
    plain = _plain(name)
    for spelling in (plain, plain.removesuffix("en"), plain.removesuffix("s"), f"{plain.removesuffix('en')}e"):
        if spelling in ROLES:
            return ROLES.code(spelling)
    near = get_close_matches(plain, [word.code for word in ROLES], n=1, cutoff=NEARLY)
    if near:
        raise Unclear(f"Bedoelde u {ROLES.dutch(near[0])}? Typ ja, of een ander woord.", ROLES.dutch(near[0]))
    return None


def _leaves(text: str, wanted: Wanted) -> list[dict[str, Any]]:
    if _plain(text) in NOBODY:
        return []
    other, doubtful = read_check(text, list(wanted.leaves)) if _plain(text) not in YES else (set(wanted.leaves), set())
    if doubtful:
        raise Unclear("Typ alleen de akkoorden die er zeker zijn, of: geen.")
    return [{"wat": name, "door": (wanted.leaves[name] or ("leidinggevende",))[0]} for name in sorted(other)]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;]|\s+en\s+", text) if part.strip()]


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip().rstrip(".!").split())
