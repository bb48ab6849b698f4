"""No rule stands in a pack for show: without it a case turns out otherwise, and every exception is tried both ways."""

import re
import shutil
from collections import Counter, defaultdict
from functools import cache
from random import Random

import pytest
from clause_mutation import MUST_BE_MISSED

from magdit.norms.conditions.tree import Name
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, YES
from magdit.protocols.cases import read_cases, run_case
from magdit.protocols.library import Library
from magdit.protocols.missed import FELL_APART, Witnesses, trials
from magdit.protocols.shorter import Shorter, shorter_packs

LIBRARY = Library()
NAMES = LIBRARY.ids(with_law=True)
SAMPLE = 90  # parts of each protocol that are taken out here; `make test-clauses` takes out every one


def sample(name):
    """Some parts of every kind, the same ones in every run."""
    every = list(shorter_packs(LIBRARY.pack(name)))
    return Random(f"{name} 20261121").sample(every, min(SAMPLE, len(every)))


@cache
def cases_of(name):
    return read_cases(LIBRARY.folder(name))


@cache
def witnesses(name):
    return Witnesses.of(name, LIBRARY)


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        pytest.param(name, shorter, id=f"{name} {shorter.clause}: {shorter.kind} {shorter.what}")
        for name in NAMES
        for shorter in sample(name)
    ],
)
def test_a_part_that_is_taken_out_is_missed_by_a_case_or_story(name, shorter):
    """A definition that nobody misses is at least named as such in the README of the pack."""
    noticed = witnesses(name).notice(shorter)

    kept = (LIBRARY.folder(name) / "README.md").read_text(encoding="utf-8")
    assert noticed or (shorter.kind not in MUST_BE_MISSED and f"- {shorter}\n" in kept)


@pytest.mark.parametrize("name", NAMES)
def test_a_protocol_from_which_nothing_is_taken_is_missed_by_nobody(name):
    whole = Shorter("niets", "", "", LIBRARY.pack(name))

    assert witnesses(name).notice(whole) is None


def test_a_case_that_fails_already_is_no_witness(tmp_path):
    """Else it would miss everything, and a school would think that all its rules are tried."""
    shutil.copytree(LIBRARY.folder("verkruisen"), tmp_path / "verkruisen")
    wrong = '[[geval]]\nnaam = "x"\nfeiten = { wie = "leerkracht" }\nverwacht = { oordeel = "mag" }\n'
    (tmp_path / "verkruisen" / "cases.toml").write_text(wrong, encoding="utf-8")

    library = Library.with_folders([tmp_path])

    tried = list(trials("verkruisen", library))
    assert [trial for trial in tried if trial.noticed not in {None, FELL_APART}] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_measured_is_what_stands_there_now(name):
    """The README of a pack tells how many parts were taken out, and of which kinds."""
    every = Counter(shorter.kind for shorter in shorter_packs(LIBRARY.pack(name)))

    kept = (LIBRARY.folder(name) / "README.md").read_text(encoding="utf-8")

    rows = re.findall(r"\| (\w+) \| (\d+) \| (\d+) \| \d+ \|", kept)
    assert {kind: int(total) for kind, _, total in rows} == every, "a part changed: run `make test-clauses`"
    assert [kind for kind, missed, total in rows if missed != total and kind in MUST_BE_MISSED] == []


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
