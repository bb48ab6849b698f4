"""How the parts of one person's name are written, as words with single spaces. Spells; knows no text and no context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from magdit.check.tables.roster import Person
from magdit.check.text.people.diminutives import diminutives
from magdit.check.text.text import Text

_SHORT_INFIXES = {
    "van": ("v",), "van de": ("v d", "vd"), "van der": ("v d", "vd"), "van den": ("v d", "vd"), "van t": ("v t",),
    "van het": ("v h",), "de": ("d",), "der": ("d",), "den": ("d",), "in t": ("i t",), "ter": ("t",), "ten": ("t",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surname:
    """One spelling of a surname. Whole: with its infix, since 'Dijk' alone never stands for 'van Dijk'."""

    words: str
    whole: bool


@lru_cache(maxsize=100_000)  # the names of a large school repeat; a roster of 30,000 has some 10,000 of them
def plain(value: str) -> str:
    """A name as the finder sees it: lower case, no accents, single spaces."""
    return " ".join(word.plain for word in Text.of(value).words)


def givens(person: Person) -> tuple[str, ...]:
    """First name and roepnaam. Of 'Noor Johanna' the first is the one in use, unless the school says otherwise."""
    first, called = plain(person.first), plain(person.called)
    in_use = first.split(" ")[0] if first and not called else ""
    caseless = [plain(name.lower()) for name in (person.first, person.called)]  # 'mcdonald' beside 'mc donald'
    spelled = (called, first, in_use, *caseless)
    glued = [name.replace(" ", "") for name in spelled if name.count(" ") == 1]  # Jan-Willem is Janwillem too
    return tuple(dict.fromkeys(name for name in (*spelled, *glued) if name))


def surnames(person: Person) -> Iterator[Surname]:
    """Van der Berg, v.d. Berg, vdBerg and, behind a first name, Berg; of a double surname either half too."""
    infix = plain(person.infix)
    infixes = [infix, *_SHORT_INFIXES.get(infix, ()), infix.replace(" ", "")] if infix else [""]
    for last in _lasts(person.last):
        for part in dict.fromkeys(infixes):
            yield Surname(f"{part} {last}".strip(), whole=True)
        if infix or " " in last:
            yield Surname(f"{infix}{last}".replace(" ", ""), whole=True)
        if infix:
            yield Surname(last, whole=False)


def glued_surname(person: Person) -> str:
    """The surname as it stands inside #noorvandijk."""
    return (plain(person.infix) + plain(person.last)).replace(" ", "")


def owned(words: str) -> tuple[str, ...]:
    """Noors and Noor's."""
    return (f"{words}'s",) if words[-1] in "sxz" else (f"{words}s", f"{words}'s")


def small(given: str) -> Iterator[str]:
    """Noortje and Noortjes."""
    head, _, last = given.rpartition(" ")
    for form in diminutives(last):
        yield f"{head} {form}".strip()
        yield f"{head} {form}s".strip()


def _lasts(last: str) -> tuple[str, ...]:
    halves = [plain(part) for part in last.split("-")] if "-" in last else []
    spelled = [plain(last), plain(last.lower()), *(half for half in halves if len(half) > 2)]
    return tuple(dict.fromkeys(words for words in spelled if words))
