"""Every way to write one person of the roster, as words with single spaces. Spells; knows no text and no context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from magdit.check.tables.roster import Person
from magdit.check.text.people.diminutives import diminutives
from magdit.check.text.text import Text

Kind = Literal["full", "listed", "initialled", "given", "given_inflected", "given_small", "surname", "glued"]

_SHORT_INFIXES = {
    "van": ("v",), "van de": ("v d", "vd"), "van der": ("v d", "vd"), "van den": ("v d", "vd"), "van t": ("v t",),
    "van het": ("v h",), "de": ("d",), "der": ("d",), "den": ("d",), "in t": ("i t",), "ter": ("t",), "ten": ("t",),
}  # fmt: skip
_GLUED_AT_LEAST = 7


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling. A glued one may stand inside a longer word, as in #hoeranoorvandijk; the others are whole words."""

    words: str
    kind: Kind


def forms(person: Person) -> Iterator[Form]:
    """All spellings of this person; the same words may come up under two kinds."""
    givens = _givens(person)
    surnames = _surnames(person)
    for given in givens:
        yield Form(given, "given")
        yield from (Form(words, "given_inflected") for words in _possessives(given))
        yield from (Form(words, "given_small") for words in _small(given))
        for surname in surnames:
            yield from _together(given, surname, person=person)
    for surname in surnames:
        if surname.whole:
            yield Form(surname.words, "surname")
            yield from (Form(words, "surname") for words in _possessives(surname.words))


@dataclass(frozen=True, slots=True)
class _Surname:
    words: str
    whole: bool  # with its infix; 'Dijk' alone never stands for 'van Dijk'


def plain(value: str) -> str:
    """A name as the finder sees it: lower case, no accents, single spaces."""
    return " ".join(word.plain for word in Text.of(value).words)


def _givens(person: Person) -> tuple[str, ...]:
    first, called = plain(person.first), plain(person.called)
    # Of 'Noor Johanna' the first is the one in use, unless the school says what she is called.
    in_use = first.split(" ")[0] if first and not called else ""
    caseless = [plain(name.lower()) for name in (person.first, person.called)]
    return tuple(dict.fromkeys(name for name in (called, first, in_use, *caseless) if name))


def _surnames(person: Person) -> tuple[_Surname, ...]:
    if not person.last:
        return ()
    infix = plain(person.infix)
    infixes = [infix, *_SHORT_INFIXES.get(infix, ()), infix.replace(" ", "")] if infix else [""]
    lasts = [plain(person.last), plain(person.last.lower()), *_parts(person.last)]
    spelled = [_Surname(f"{part} {last}".strip(), whole=True) for last in lasts for part in infixes]
    if infix:
        spelled += [_Surname(f"{infix.replace(' ', '')}{last}", whole=True) for last in lasts[:2]]
        spelled += [_Surname(last, whole=False) for last in lasts]
    return tuple(dict.fromkeys(surname for surname in spelled if surname.words))


def _parts(last: str) -> list[str]:
    """Either half of a double surname: Bakker-de Jong is also known as Bakker and as De Jong."""
    return [plain(part) for part in last.split("-") if len(plain(part)) > 2] if "-" in last else []


def _together(given: str, surname: _Surname, *, person: Person) -> Iterator[Form]:
    whole = f"{given} {surname.words}"
    yield Form(whole, "full")
    yield from (Form(words, "full") for words in _possessives(whole))
    yield Form(f"{surname.words} {given}", "listed")
    yield Form(f"{surname.words} , {given}", "listed")
    if not surname.whole:
        yield Form(f"{surname.words} , {given} {plain(person.infix)}", "listed")
        return
    glued = whole.replace(" ", "")
    yield Form(glued, "glued" if len(glued) >= _GLUED_AT_LEAST else "full")
    initialled = given[0] + surname.words.replace(" ", "")
    if len(initialled) >= _GLUED_AT_LEAST:
        yield Form(initialled, "initialled")


def _small(given: str) -> Iterable[str]:
    """Noortje and Noortjes."""
    head, _, last = given.rpartition(" ")
    small = [f"{head} {form}".strip() for form in diminutives(last)]
    return (*small, *(f"{form}s" for form in small))


def _possessives(words: str) -> tuple[str, ...]:
    """Noors and Noor's."""
    return (f"{words}'s",) if words[-1] in "sxz" else (f"{words}s", f"{words}'s")
