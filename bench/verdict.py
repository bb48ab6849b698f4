"""What a verdict costs beside cedarpy, on the same norms and the same complete acts; the verdicts are held equal first.

Ours is counted with the full explanation (grounds, routes, next question, end, layers), read act to answer. Cedar is
counted twice: as its documentation calls it (policies and entities as text, each time) and with both parsed once.
Leaves out: making the request and compiling the protocol, on both sides; casbin, which is not among our tools.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from random import Random

import cedarpy

from magdit.norms.act import Act
from magdit.norms.answering import answer
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Pack
from magdit.norms.situation import Situation
from magdit.protocols.library import Library
from tests.norms.cedar_packs import random_act, random_pack
from tests.norms.cedar_text import entities, policies, request

CLAUSES = 22
ACTS = 200
RUNS = 3
GOAL = 30
SEED = 20261121


def rows() -> list[str]:
    """Two rows: one act at a time, and the whole batch."""
    random = Random(SEED)
    pack = random_pack(random, 0, most=CLAUSES)
    acts = [random_act(random) for _ in range(ACTS)]
    book = Book((compile_pack(pack, Library().base),), Library().base)
    _hold_equal(pack, acts, book)
    return list(_measured(pack, acts, book))


def _measured(pack: Pack, acts: list[Act], book: Book) -> list[str]:
    asked, text, words = [request(act) for act in acts], policies(pack), entities()
    parsed, known = cedarpy.PolicySet.from_str(text), cedarpy.Entities.from_json_str(words)
    ours = _seconds(lambda: [answer(book, act) for act in acts])
    bare = _seconds(lambda: [outcome_of(book.packs, Situation(act)) for act in acts])
    single = _seconds(lambda: [cedarpy.is_authorized(one, text, words) for one in asked[:20]]) * ACTS / 20
    handled = _seconds(lambda: [cedarpy.is_authorized(one, parsed, known) for one in asked])
    batch = _seconds(lambda: cedarpy.is_authorized_batch(asked, text, words))
    return [
        f"| verdict | {len(pack.norms)} norms, one act at a time, with full explanation, beside cedarpy single"
        f" | at least {GOAL} × | {single / ours:.0f} × | {_each(ours)} beside {_each(single)};"
        f" cedarpy with policies parsed once {_each(handled)} ({handled / ours:.1f} ×) |",
        f"| verdict | the outcome alone, beside cedarpy batch | – | {batch / bare:.1f} ×"
        f" | {_each(bare)} beside {_each(batch)} |",
    ]


def _hold_equal(pack: Pack, acts: list[Act], book: Book) -> None:
    """The same verdicts, or the bench measures nothing."""
    results = cedarpy.is_authorized_batch([request(act) for act in acts], policies(pack), entities())
    for act, result in zip(acts, results, strict=True):
        denied = "mag_niet" if result.diagnostics.id_annotations_by_reason else "niet_geregeld"
        theirs = "mag" if result.decision is cedarpy.Decision.Allow else denied
        assert answer(book, act).as_handed_in == theirs


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _each(seconds: float) -> str:
    return f"{seconds / ACTS * 1e6:.0f} µs"
