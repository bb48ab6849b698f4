"""What a verdict costs beside cedarpy and casbin, on the same norms and acts; all verdicts are held equal first.

Ours is counted with the full explanation (grounds, routes, next question, end, layers), from act to answer. Cedar
is counted as its documentation calls it (policies and entities as text, each time), with both parsed once, and in a
batch; casbin as its documentation does ABAC, and with each rule parsed once by a function of ours. They give a verdict
and which policies decided. Leaves out: making the request and compiling the protocol, on all sides.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import cedarpy

from bench.casbin_rules import AS_DOCUMENTED, PARSED_ONCE, asked_of, enforcer, verdict
from bench.lifelike import lifelike_acts, lifelike_pack
from magdit.norms.act import Act
from magdit.norms.answering import answer
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Pack
from magdit.norms.situation import Situation
from magdit.protocols.library import Library
from tests.norms.cedar_text import entities, policies, request

ACTS = 100
RUNS = 3
BESIDE_CEDAR, BESIDE_CASBIN = 30, 150
SEED = 20261121


@dataclass(frozen=True)
class Engines:
    """The same protocol and acts for each engine; a call judges all acts once."""

    pack: Pack
    acts: list[Act]
    book: Book

    def ours(self) -> list[str]:
        """With the full explanation."""
        return [answer(self.book, act).as_handed_in for act in self.acts]

    def outcomes(self) -> list[str]:
        """Ours, the outcome alone."""
        return [outcome_of(self.book.packs, Situation(act)).value for act in self.acts]

    def cedar(self) -> dict[str, Callable[[], list[str]]]:
        """One act at a time as text, one at a time with all parsed, and all at once."""
        asked, text, words = [request(act) for act in self.acts], policies(self.pack), entities()
        parsed, known = cedarpy.PolicySet.from_str(text), cedarpy.Entities.from_json_str(words)
        return {
            "single": lambda: [_of_cedar(cedarpy.is_authorized(one, text, words)) for one in asked],
            "parsed": lambda: [_of_cedar(cedarpy.is_authorized(one, parsed, known)) for one in asked],
            "batch": lambda: list(map(_of_cedar, cedarpy.is_authorized_batch(asked, text, words))),
        }

    def casbin(self, matcher: str) -> Callable[[], list[str]]:
        """One act at a time; casbin's batch is a loop over the same call."""
        asked, made = [asked_of(act) for act in self.acts], enforcer(self.pack, matcher=matcher)
        return lambda: [verdict(made, one) for one in asked]


def rows() -> list[str]:
    """A row for each engine beside ours, and one for the outcome alone."""
    engines = _engines()
    cedar = engines.cedar()
    documented, parsed_once = engines.casbin(AS_DOCUMENTED), engines.casbin(PARSED_ONCE)
    _hold_equal(engines, *cedar.values(), documented, parsed_once)
    full, bare = _each(engines.ours), _each(engines.outcomes)
    single, parsed, batch = _each(cedar["single"]), _each(cedar["parsed"]), _each(cedar["batch"])
    theirs, once = _each(documented), _each(parsed_once)
    about = f"{len(engines.pack.norms)} norms, one act at a time, with full explanation"
    return [
        f"| verdict | {about}, beside cedarpy single | at least {BESIDE_CEDAR} × | {single / full:.0f} ×"
        f" | {full:.0f} µs beside {single:.0f} µs; with policies parsed once {parsed:.0f} µs ({parsed / full:.1f} ×) |",
        f"| verdict | {about}, beside casbin | at least {BESIDE_CASBIN} × | {theirs / full:.0f} ×"
        f" | {full:.0f} µs beside {theirs:.0f} µs; with rules parsed once {once:.0f} µs ({once / full:.1f} ×) |",
        f"| verdict | the outcome alone, beside cedarpy batch | – | {batch / bare:.1f} ×"
        f" | {bare:.0f} µs beside {batch:.0f} µs |",
    ]


def _engines() -> Engines:
    random, catalogue = Random(SEED), Library().base
    pack = lifelike_pack(random)
    book = Book((compile_pack(pack, catalogue),), catalogue)
    return Engines(pack, lifelike_acts(random, book, ACTS), book)


def _hold_equal(engines: Engines, *others: Callable[[], list[str]]) -> None:
    """The same verdicts, or the bench measures nothing."""
    ours = engines.ours()
    assert engines.outcomes() == ours
    for other in others:
        assert other() == ours


def _of_cedar(result: cedarpy.AuthzResult) -> str:
    denied = "mag_niet" if result.diagnostics.id_annotations_by_reason else "niet_geregeld"
    return "mag" if result.decision is cedarpy.Decision.Allow else denied


def _each(judge_all: Callable[[], object]) -> float:
    """Microseconds per act: the median of some runs, and of as many as fill a second, for short runs vary most."""
    taken: list[float] = []
    while len(taken) < RUNS or sum(taken) < 1:
        start = time.perf_counter()
        judge_all()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) / ACTS * 1e6
