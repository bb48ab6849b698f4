"""What someone typed as an answer, read as a value: ordinary words, numbers of choices, days. Guesses nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from magdit.cli.asking_people import read_people
from magdit.cli.asking_read import NO, NOBODY, YES, Unclear, Wanted, parts_of, plain_of, says_unknown
from magdit.cli.asking_words import code_of, understood

DAYS = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
MOST_NUMBER = 1_000_000
CLOCK = re.compile(r"(?:^|(?:\s+om)?\s+|t|^om\s+)(\d{1,2})(?:([:.])(\d{2}))?(\s*uur)?$")


def read_answer(text: str, wanted: Wanted) -> Any:
    """The value as it would stand in an act; raises Unclear."""
    readers: Mapping[str, Callable[[str, Wanted], Any]] = {
        "ja_nee": _yes_no,
        "keuze": _choice,
        "keuzes": _choices,
        "getal": _number,
        "datum": _day,
        "moment": _moment,
        "personen": read_people,
        "akkoorden": _leaves,
        "teksten": lambda given, _: [part for part in parts_of(given) if part],
        "tekst": lambda given, _: given.strip(),
    }
    return readers[wanted.kind](text, wanted)


def read_check(text: str, names: list[str]) -> tuple[set[str], set[str]]:
    """Of a list of usual answers: which are otherwise, and of which the user is not sure."""
    if says_unknown(text):
        return set(), set(names)
    if plain_of(text) in YES:
        return set(), set()
    other: set[str] = set()
    doubtful: set[str] = set()
    for part in re.split(r"[,;\s]+(?:en\s+)?", text.strip(" ,;")):
        found = re.fullmatch(r"(\d{1,6})(\?)?", part)
        if found is None or not 1 <= int(found.group(1)) <= len(names):
            raise Unclear(f"'{part}' is geen nummer uit deze lijst. Typ ja, of nummers zoals 1, 3.")
        (doubtful if found.group(2) else other).add(names[int(found.group(1)) - 1])
    return other, doubtful


def heard_in(text: str, wanted: Wanted) -> list[str]:
    """The words that were heard in a longer sentence, to be said back."""
    if wanted.words is None or wanted.kind not in {"keuze", "keuzes"} or plain_of(text) in NOBODY:
        return []
    words = wanted.words
    found = (understood(part, words) for part in (parts_of(text) if wanted.kind == "keuzes" else [text]))
    return [word for word in found if word is not None]


def _yes_no(text: str, wanted: Wanted) -> bool:
    first = re.split(r"[\s,.!]", plain_of(text))[0]
    if first in YES or first in NO:
        return first in YES
    raise Unclear("Antwoord met ja of nee. Weet u het niet? Typ: weet ik niet.")


def _choice(text: str, wanted: Wanted) -> Any:
    words = wanted.words
    if words is None:
        raise Unclear("Hierop past geen antwoord.")
    code = code_of(text, words)
    if not wanted.leaves:
        return code
    name, roles = next(iter(wanted.leaves.items()))
    if code == "niet_gevraagd":
        return []
    return [{"wat": name, "door": roles[0] if roles else "leidinggevende", "staat": code}]


def _choices(text: str, wanted: Wanted) -> list[str]:
    if wanted.words is None:
        raise Unclear("Hierop past geen antwoord.")
    if wanted.may_be_none and plain_of(text) in NOBODY and plain_of(text) not in wanted.words:
        return []
    words = wanted.words
    return list(dict.fromkeys(code_of(part, words) for part in parts_of(text)))


def _number(text: str, wanted: Wanted) -> int | float:
    found = re.fullmatch(r"(?:ongeveer |circa )?(\d{1,7})(?:[.,](\d{1,3}))?(?: \w+)?", plain_of(text))
    if found is None or int(found.group(1)) > MOST_NUMBER:
        raise Unclear("Typ een getal, bijvoorbeeld 9.")
    return float(f"{found.group(1)}.{found.group(2)}") if found.group(2) else int(found.group(1))


def _day(text: str, wanted: Wanted) -> str:
    return _as_day(plain_of(text), wanted.today).isoformat()


def _moment(text: str, wanted: Wanted) -> str:
    plain = plain_of(text)
    found = CLOCK.search(plain)
    if found is None or not (found.group(2) or found.group(4)):
        return _as_day(plain, wanted.today).isoformat()
    day = plain[: found.start()]
    if not day and found.group(2) == "." and not found.group(4):
        raise Unclear("Is dit een uur of een dag? Typ een uur zo: 14:00, en een dag zo: 20-11-2026.")
    try:
        at = time(int(found.group(1)), int(found.group(3) or 0))
    except ValueError:
        raise Unclear("Het uur is niet te lezen. Typ het zo: 20-11-2026 14:00.") from None
    return datetime.combine(_as_day(day or "vandaag", wanted.today), at).isoformat(timespec="minutes")


def _as_day(plain: str, today: date) -> date:
    dutch = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", plain)
    try:
        if plain in DAYS:
            return today + timedelta(days=DAYS[plain])
        return date(*(int(part) for part in reversed(dutch.groups()))) if dutch else date.fromisoformat(plain)
    except (ValueError, OverflowError):
        raise Unclear("Deze dag is niet te lezen. Typ hem zo: 20-11-2026.") from None


def _leaves(text: str, wanted: Wanted) -> list[dict[str, Any]]:
    if plain_of(text) in NOBODY:
        return []
    every = plain_of(text) in YES
    other, doubtful = (set(wanted.leaves), set[str]()) if every else read_check(text, list(wanted.leaves))
    if doubtful:
        raise Unclear("Typ alleen de akkoorden die er zeker zijn, of: geen.")
    return [{"wat": name, "door": (wanted.leaves[name] or ("leidinggevende",))[0]} for name in sorted(other)]
