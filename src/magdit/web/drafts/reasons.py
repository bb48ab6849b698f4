"""Why it may or may not, what would make it allowed, and what other channels say: values for the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.mending import Remedy, ways_out
from magdit.norms.answer import Reason
from magdit.web.drafts.placing import channel
from magdit.web.drafts.telling import Verdict, told
from magdit.web.told import word
from magdit.wording.answer_lines import said_step
from magdit.wording.reasons import because
from magdit.words.roles import ROLES

LAW = "wet"
MOST_FACTS = 6
HIDE, MANY = "onherkenbaar_maken", 4  # from so many faces on they are hidden with one button
PICTURE = re.compile(r"\b(foto|video|geluid)-(\d+)\.\w+")


@dataclass(frozen=True, slots=True)
class Clause:
    """An article that counted: its number, what it says in our words, the facts, and where to read all of it."""

    number: str
    is_law: bool
    says: str
    facts: tuple[str, ...]
    protocol: str
    left_open: str
    page: str
    title: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One step on a way to yes, or several that are the same. `does`: what its button is called in the form.

    `button`: what it says; `ask`: whom to ask, in words.
    """

    remedy: Remedy
    label: str
    button: str
    ask: str = ""
    does: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another channel, what it says, and what it would take there."""

    code: str
    name: str
    verdict: Verdict
    steps: int
    first: str


def clauses(judging: Judging) -> tuple[Clause, ...]:
    """The articles that decided, each once."""
    return tuple(_clauses(judging.judged.answer.reasons, judging))


def advice(judging: Judging) -> tuple[Clause, ...]:
    """What does not decide, but is good to know."""
    return tuple(_clauses(judging.judged.answer.advice, judging))


def _clauses(reasons: Iterable[Reason], judging: Judging) -> Iterator[Clause]:
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        found.setdefault((reason.pack, reason.clause), []).append(reason)
    for (pack, number), group in found.items():
        ready = next(ready for ready in judging.book.packs if ready.pack.id == pack)
        clause = ready.pack.clause(number)
        source = clause.source or {}
        facts = tuple(plain_pictures(one) for one in because(group, judging.book.catalogue))
        yield Clause(
            number, pack == LAW, clause.says, facts[:MOST_FACTS],
            ready.pack.title, clause.left_open or "", str(source.get("pagina") or source.get("bladzijde") or ""),
            clause.title or "",
        )  # fmt: skip


def fixes(judging: Judging) -> tuple[tuple[Fix, ...], ...]:
    """The ways to yes; none when it may go already. Many faces to hide are one step on the first way."""
    if judging.may_go:
        return ()
    first, *others = ways_out(judging) or ((),)
    return tuple(way for way in (_together(first), *(tuple(map(_fix, way)) for way in others)) if way)


def _together(way: tuple[Remedy, ...]) -> tuple[Fix, ...]:
    faces = [one for one in way if one.step.remedy == HIDE and one.how == "mend"]
    if len(faces) < MANY:
        return tuple(map(_fix, way))
    label = _("%(n)s gezichten onherkenbaar maken") % {"n": len(faces)}
    whole = Fix(faces[0], label, _("Onherkenbaar"), does=f"mend-like:{HIDE}")
    return (*(_fix(one) for one in way if one not in faces), whole)


def _fix(remedy: Remedy) -> Fix:
    said = plain_pictures(said_step(remedy.step))
    ask = ", ".join(word(ROLES, role) for role in remedy.step.ask)
    return Fix(remedy, said[:1].upper() + said[1:], _button(remedy), ask, does=f"mend:{remedy.key}")


def plain_pictures(text: str) -> str:
    """'gezicht 1 op foto-1.jpg' as people say it: 'gezicht 1 op foto 1'."""
    return PICTURE.sub(r"\1 \2", text)


def _button(remedy: Remedy) -> str:
    """What the button does, in a word."""
    own = {
        "onherkenbaar_maken": _("Onherkenbaar"), "gegevens_weglaten": _("Weglaten"), "naam_weglaten": _("Weglaten"),
        "disclaimer_toevoegen": _("Toevoegen"), "functie_vermelden": _("Toevoegen"), "beeld_weglaten": _("Weglaten"),
        "geluid_weglaten": _("Geluid uit"),
    }  # fmt: skip
    if remedy.how == "wait":
        return _("Zo plannen")
    return own.get(remedy.step.remedy, _("Herstellen")) if remedy.how == "mend" else ""


def elsewhere(judging: Judging) -> tuple[Elsewhere, ...]:
    """The same post on other channels."""
    return tuple(
        Elsewhere(
            price.medium, channel(judging.book, price.medium), told(price.verdict, steps=len(price.steps)),
            len(price.steps) if price.verdict != "mag" else 0, plain_pictures(price.steps[0]) if price.steps else "",
        )
        for price in judging.elsewhere
    )  # fmt: skip
