"""Whom an author asks about a draft: the roles that the protocols name, in their order, each with its clause.

First who may give what this verdict asks for; then whom the protocol names for who doubts; then whom it puts open
cases to. Above all of them stand those who lead the school.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from magdit.areas.drafts.asking_rules import whole_ladder
from magdit.journeys.hand_in.judging import Judging
from magdit.journeys.hand_in.leaves import CONSULTED, JUDGEMENT, LEAVE
from magdit.norms.answer import Triggered
from magdit.norms.judge import Book, outcome_of
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.words.roles import AUTHOR

Rungs = list[tuple[str, str]]
DOUBT = "twijfel"
LAW = "wet"
NOT_OTHERS = frozenset({AUTHOR, "zelf", "leerling", "ouder"})


def whom_to_ask(judging: Judging) -> Rungs:
    """The whole ladder for a doubt about this draft."""
    return whole_ladder([*_for_verdict(judging), *in_doubt(judging.book, judging.judged.act), *_open_cases(judging)])


def whom_to_approve(judging: Judging, role: str) -> Rungs:
    """The whole ladder for an approval: who gives what is still asked, or else the role that the school named."""
    return whole_ladder([*_for_verdict(judging), (role, "")])


def in_doubt(book: Book, act: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Whom the protocols name for who doubts about this act, as they say it: the duties that only doubt calls up."""
    doubting = _duties(book, {**act, DOUBT: True, CONSULTED: []})
    sure = {(one.pack, one.duty.id) for one in _duties(book, {**act, DOUBT: False, CONSULTED: []})}
    for one in doubting:
        if (one.pack, one.duty.id) not in sure:
            yield from ((role, one.duty.clause) for role in one.duty.to)


def left_to_others(judging: Judging) -> list[list[str]]:
    """What only another may settle here: leave that may be given, and what is left to someone's judgement."""
    answer, book = judging.judged.answer, judging.book
    powers = {power.name for ready in book.packs for power in ready.pack.powers}
    asked = [step.fact for route in answer.routes[:1] for step in route.steps if step.ask]
    leaves = [ground.fact for ground in answer.missing if ground.lack == LEAVE] + asked
    found = [[LEAVE, name] for name in dict.fromkeys(leaves) if name in powers]
    for ground in answer.missing:
        fact = book.catalogue.fact(ground.fact)
        if fact is not None and fact.giver and fact.giver not in NOT_OTHERS and not fact.per_person:
            found.append([JUDGEMENT, fact.name])
    return [one for at, one in enumerate(found) if one not in found[:at]]


def _for_verdict(judging: Judging) -> Iterator[tuple[str, str]]:
    answer = judging.judged.answer
    if answer.verdict != "vraag":
        return
    named = {name for kind, name in left_to_others(judging) if kind == LEAVE}
    for ready in judging.book.packs:
        for power in ready.pack.powers:
            if power.name in named:
                yield from ((role, power.clause) for role in power.who)
    yield from ((role, answer.clauses[0] if answer.clauses else "") for role in answer.ask)


def _open_cases(judging: Judging) -> Iterator[tuple[str, str]]:
    for ready in judging.book.packs:
        if ready.pack.default.to and ready.pack.rank != LAW:
            yield ready.pack.default.to, ready.pack.default.clause


def _duties(book: Book, act: Mapping[str, Any]) -> list[Triggered]:
    read = read_act(act, book.catalogue)
    return [one for _, one in outcome_of(book.packs, Situation(read)).duties if one.state == "open"]
