"""No rule stands in a pack for show: without it a case turns out otherwise, and every exception is tried both ways."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest

from magdit.norms.broken import BrokenPack
from magdit.norms.compile_pack import compile_pack
from magdit.norms.conditions.tree import Always, Name
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, YES
from magdit.protocols.cases import read_cases, run_case
from magdit.protocols.library import Library

LIBRARY = Library()
NAMES = LIBRARY.ids(with_law=True)
PARTS = ("norms", "duties", "powers", "scopes", "definitions", "consent_rules", "attentions")


def is_for_the_calendar(part) -> bool:
    """A duty that only comes round again: no act calls it up, so no case can show it."""
    return bool(getattr(part, "repeats", None)) and not part.actions and isinstance(part.about, Always)


def without(whole, place):
    return (*whole[:place], *whole[place + 1 :])


def shorter_packs(name):
    """The pack without one of its working parts, and without one of its exceptions."""
    pack = LIBRARY.pack(name)
    for field in PARTS:
        whole = getattr(pack, field)
        for place, part in enumerate(whole):
            if not is_for_the_calendar(part):
                label = f"{name} {part.clause}: {field}[{place}]"
                yield pytest.param(name, replace(pack, **{field: without(whole, place)}), part.clause, id=label)
    for place, norm in enumerate(pack.norms):
        for at in range(len(norm.unless)):
            changed = replace(norm, unless=without(norm.unless, at))
            norms = (*pack.norms[:place], changed, *pack.norms[place + 1 :])
            yield pytest.param(name, replace(pack, norms=norms), norm.clause, id=f"{name} {norm.id}: tenzij[{at}]")


@cache
def cases_of(name):
    return read_cases(LIBRARY.folder(name))


def notices(name, pack, clause) -> bool:
    """Whether a case turns out otherwise under this pack, or the pack does not hold together any more."""
    book = LIBRARY.book(name)
    try:
        shorter = Book((compile_pack(pack, book.catalogue), *book.packs[1:]), book.catalogue)
    except BrokenPack:
        return True
    likely_first = sorted(cases_of(name), key=lambda case: f"'{clause}'" not in str(case.expected))
    return any(not run_case(case, shorter).passed for case in likely_first)


@pytest.mark.parametrize(("name", "pack", "clause"), [one for name in NAMES for one in shorter_packs(name)])
def test_a_rule_that_is_taken_out_is_missed_by_a_case(name, pack, clause):
    assert notices(name, pack, clause)


@cache
def deciding(name):
    """The norms that made the outcome of a case, or that gave advice in one."""
    answers = [run_case(case, LIBRARY.book(name)).answer for case in cases_of(name)]
    return {reason.norm for found in answers for reason in (*found.reasons, *found.advice) if reason.pack == name}


@pytest.mark.parametrize(("name", "norm"), [(name, norm.id) for name in NAMES for norm in LIBRARY.pack(name).norms])
def test_every_norm_decides_a_case(name, norm):
    assert norm in deciding(name)


@cache
def tried(name):
    """For every exception, yes and leave of a pack: how it stood in the cases, where it could matter."""
    ready = LIBRARY.book(name, with_law=False).packs[0]
    stood = defaultdict(set)
    for case in cases_of(name):
        situation = Situation(read_act(case.act, LIBRARY.book(name).catalogue))
        for rule in ready.norms:
            _exceptions(ready, rule, situation, stood)
        for rule, piece in ready.consents:
            for group, people in situation.act.people.items():
                for place, person in enumerate(people or ()):
                    stood[rule.name].add(piece.test(situation.about(group, place, person)))
        for power in ready.pack.powers:
            piece = ready.compiler.piece(Name(power.name), per=False, clause=power.clause)
            stood[power.name].add(piece.test(situation))
    return stood


def _exceptions(ready, rule, situation, stood):
    norm = rule.norm
    pieces = [ready.compiler.piece(node, per=norm.per is not None, clause=norm.clause) for node in norm.unless]
    views = [here for here, met in rule.views(situation) if met is YES] if pieces and not rule.implied else []
    for here in views:
        for at, piece in enumerate(pieces):
            stood[f"{norm.id} tenzij[{at}]"].add(piece.test(here))


def exceptions():
    for name in NAMES:
        pack = LIBRARY.pack(name)
        for norm in pack.norms:
            yield from ((name, f"{norm.id} tenzij[{at}]") for at in range(len(norm.unless)))
        yield from ((name, rule.name) for rule in pack.consent_rules)
        yield from ((name, power) for power in dict.fromkeys(power.name for power in pack.powers))


@pytest.mark.parametrize(("name", "exception"), list(exceptions()))
def test_an_exception_is_once_on_and_once_off(name, exception):
    assert {YES, NO} <= tried(name)[exception]


@pytest.mark.parametrize("name", NAMES)
def test_every_case_says_what_must_come_of_it(name):
    silent = [case.name for case in cases_of(name) if not {"oordeel", "zoals_ingediend"} & set(case.expected)]

    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_cases_can_be_told_apart_by_their_names(name):
    names = [case.name for case in cases_of(name)]

    assert sorted(names) == sorted(set(names))
