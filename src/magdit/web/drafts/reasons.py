"""Why it may or may not, what would make it allowed, and what other channels say: values for the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from magdit.check.draft.judged import Price
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.mending import Remedy, ways_out
from magdit.norms.answer import Reason
from magdit.web.drafts.articles import Article, article_of
from magdit.web.drafts.telling import Verdict, told
from magdit.web.told import word
from magdit.wording.reasons import because
from magdit.wording.steps_said import order
from magdit.words.roles import ROLES

MOST_FACTS = 6
HIDE, MANY = "onherkenbaar_maken", 4  # from so many faces on they are hidden with one button
AWAY = "beeld_weglaten"
PICTURE = re.compile(r"\b(foto|video|geluid)-(\d+)\.\w+")


@dataclass(frozen=True, slots=True)
class Counted:
    """An article that counted, with the facts that made it count."""

    article: Article
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """One step on a way to yes, or several that are the same. `does`: what its button is called in the form.

    `button`: what it says; `ask`: whom to ask, in words; `who`: without a button, who does it.
    `ours`: said in the language of the page.
    """

    remedy: Remedy
    label: str
    button: str
    ask: str = ""
    does: str = ""
    who: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another channel, what it says, and what it would take there: the first thing as an order, and how many more."""

    code: str
    name: str
    verdict: Verdict
    first: str
    more: int


def clauses(judging: Judging) -> tuple[Counted, ...]:
    """The articles that decided, each once."""
    return tuple(_clauses(judging.judged.answer.reasons, judging))


def open_clauses(judging: Judging) -> tuple[Counted, ...]:
    """The articles that may forbid it as well, and of which that is not settled yet."""
    return tuple(_clauses(judging.judged.answer.open, judging))


def advice(judging: Judging) -> tuple[Counted, ...]:
    """What does not decide, but is good to know."""
    return tuple(_clauses(judging.judged.answer.advice, judging))


def _clauses(reasons: Iterable[Reason], judging: Judging) -> Iterator[Counted]:
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        found.setdefault((reason.pack, reason.clause), []).append(reason)
    for (pack, number), group in found.items():
        ready = next(ready for ready in judging.book.packs if ready.pack.id == pack)
        facts = tuple(plain_pictures(one) for one in because(group, judging.book.catalogue))
        article = article_of(ready.pack, ready.pack.clause(number), judging.row.school)
        yield Counted(article, facts[:MOST_FACTS])


def fixes(judging: Judging) -> tuple[tuple[Fix, ...], ...]:
    """The ways to yes; none when it may go already. Many faces to hide are one step on the first way."""
    if judging.may_go:
        return ()
    first, *others = ways_out(judging) or ((),)
    return tuple(_once(way) for way in (_together(first), *(tuple(map(_fix, way)) for way in others)) if way)


def asks_first(judging: Judging) -> bool:
    """Whether answering the question on the page comes before any way that throws a picture away."""
    first = next(iter(ways_out(judging)), ())
    asked = judging.judged.as_handed_in == "onzeker" and judging.judged.answer.question is not None
    return asked and any(one.step.remedy == AWAY for one in first)


def asks_afterwards(judging: Judging) -> bool:
    """Whether a question is left when the first way has been gone."""
    route = next((route for route in judging.judged.answer.routes if route.own), None)
    return route is not None and not judging.may_go and route.afterwards == "onzeker"


def mends_at_once(ways: tuple[tuple[Fix, ...], ...]) -> bool:
    """Whether one button may do the whole first way: never where that throws a picture away."""
    return bool(ways) and len(ways[0]) > 1 and all(fix.remedy.step.remedy != AWAY for fix in ways[0])


def _once(way: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """Without a button what reads the same is one thing to do: to ask one parent for name and picture."""
    return tuple({(fix.label, fix.who, fix.button and fix.does): fix for fix in way}.values())


def _together(way: tuple[Remedy, ...]) -> tuple[Fix, ...]:
    to_hide, hidden = (_faces(way, how) for how in ("mend", "look"))
    rest = tuple(_fix(one) for one in way if one not in to_hide and one not in hidden)
    if to_hide:
        label = _("Maak %(n)s gezichten onherkenbaar") % {"n": len(to_hide)}
        rest += (Fix(to_hide[0], label, _("Onherkenbaar"), does=f"mend-like:{HIDE}", ours=True),)
    if hidden:
        label = _("%(n)s gezichten zijn onherkenbaar gemaakt: kijk of dat genoeg is") % {"n": len(hidden)}
        rest += (Fix(hidden[0], label, "", ours=True),)
    return rest


def _faces(way: tuple[Remedy, ...], how: str) -> list[Remedy]:
    """The faces of which the same can be said in one line; none when they are few."""
    faces = [one for one in way if one.step.remedy == HIDE and one.how == how]
    return faces if len(faces) >= MANY else []


def _fix(remedy: Remedy) -> Fix:
    said = plain_pictures(order(remedy.step, is_done=remedy.how == "look"))
    ask = ", ".join(word(ROLES, role) for role in remedy.step.ask)
    return Fix(remedy, said, _button(remedy), ask, does=f"mend:{remedy.key}", who=_who(remedy, ask))


def _who(remedy: Remedy, ask: str) -> str:
    """Who does what has no button."""
    if remedy.how == "ask":
        return _("Dit is aan: %(who)s") % {"who": ask} if ask else _("Dit is aan uw leidinggevende")
    if remedy.how != "told":
        return ""
    return _("Dit doet u zelf, buiten magdit") if remedy.step.own else _("Dit kan alleen de school doen")


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
    return tuple(_elsewhere(price, judging) for price in judging.elsewhere)


def _elsewhere(price: Price, judging: Judging) -> Elsewhere:
    media = judging.book.catalogue.vocabularies["medium"]
    steps = price.steps if price.verdict != "mag" else ()
    return Elsewhere(
        price.medium, word(media, price.medium), told(price.verdict, steps=len(price.steps)),
        f"{plain_pictures(order(steps[0]))}." if steps else "", len(steps[1:]),
    )  # fmt: skip
