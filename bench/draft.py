"""What a draft costs: judging as a part of a whole check, and a whole hand-in beside blurring its photos with deface.

The share of judging is of a draft with a phone photo and 30 persons, under OSVS and the law. It leaves out starting the
program and loading the face model (both would make the share look smaller). Judging is reading the act, the full answer
(grounds, routes, question, horizon, layers); the six other channels are counted apart.

The hand-in is ten phone photos and 500 signs, from the first byte to the verdict (`draft_handed_in`). deface only finds
and blurs; it is started once for all ten, as is `magdit check`, which is told beside it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from PIL import Image

from bench import images_runs as runs
from bench.draft_handed_in import SIGNS, HandedIn, in_a_process
from bench.images import found_and_false
from bench.images_made import Filed, ten_phone_photos
from magdit.check.draft.check import check
from magdit.check.draft.draft import Draft
from magdit.check.draft.judged import judged, prices
from magdit.check.draft.look import Eyes, look
from magdit.check.draft.reconcile import subjects
from magdit.check.tables.consents import Consents
from magdit.check.tables.roster import Person, Roster
from magdit.check.tables.shown import Shown
from magdit.demo.photos_made import PHOTOS
from magdit.protocols.library import Library
from magdit.wording.sentences import sentences_of

PEOPLE = 30
RUNS = 7
GOAL = 0.02
TURNS = 3
FASTER = 5  # times as fast as deface
MEBIBYTES = 450


def rows() -> list[str]:
    """The share of judging, and a hand-in beside deface; without deface the bench has no use."""
    try:
        runs.peers()
    except runs.PeerMissing as error:
        sys.exit(f"magdit: {error}")
    with tempfile.TemporaryDirectory() as folder:
        return [judging_row(), *handed_in_rows(ten_phone_photos(Path(folder)))]


def handed_in_rows(files: Sequence[Filed]) -> list[str]:
    """Time, recall and the first verdict of a hand-in, in turns with deface on the same photos."""
    paths = [one.path for one in files]
    turns = [(in_a_process(paths), runs.blur(paths), runs.check(paths)) for _ in range(TURNS)]
    ours, theirs, command = (statistics.median(seconds) for seconds in zip(*map(_seconds, turns), strict=True))
    seen = turns[0][0]
    first = statistics.median(turn[0].first for turn in turns)
    found = found_and_false(files, dict(zip(paths, seen.faces, strict=True)))
    found_by_deface = found_and_false(files, runs.look_of_deface(paths))
    memory = max(turn[2].mebibytes for turn in turns)
    what = f"{len(paths)} phone photos and {SIGNS} signs"
    return [
        f"| draft | {what}: from hand-in to verdict, beside deface | at most 1/{FASTER} | {_part(ours, theirs)} |"
        f" {ours:.1f} against {theirs:.1f} s; `magdit check` from its start {command:.1f} s |",
        f"| draft | the same: faces found | no fewer than deface | {found.recall:.3f} | deface"
        f" {found_by_deface.recall:.3f}; precision {found.precision:.3f} and {found_by_deface.precision:.3f} |",
        f"| draft | the same: first verdict, of text and consents | before the photos are done |"
        f" after {first / ours:.0%} | {first:.2f} s; first '{seen.verdicts[0]}', then '{seen.verdicts[1]}' |",
        f"| draft | the same: memory at most of `magdit check`, MiB | {MEBIBYTES} | {memory:.0f} |"
        f" of the hand-in with its register {max(turn[0].mebibytes for turn in turns):.0f} |",
    ]


def _seconds(turn: tuple[HandedIn, runs.Cost, runs.Cost]) -> tuple[float, float, float]:
    return turn[0].whole, turn[1].seconds, turn[2].seconds


def _part(ours: float, theirs: float) -> str:
    return f"1/{theirs / ours:.1f}"


def judging_row() -> str:
    """The share of the whole check that goes into judging, median of several runs."""
    library = Library()
    book = library.book("osvs")
    with tempfile.TemporaryDirectory() as folder:
        draft = _draft(_phone_photo(Path(folder)))
        eyes = Eyes()
        seen = look(draft, eyes)
        people = subjects(draft, seen)
        first = judged(draft, seen, people, book, layer="alles")
        assert first.answer.verdict in {"mag", "mag_mits"}, first.answer.verdict
        whole = _median(lambda: check(draft, book, sentences=sentences_of(book), eyes=eyes))
        judging = _median(lambda: judged(draft, seen, people, book, layer="alles"))
        elsewhere = _median(lambda: prices(first, book, layer="alles"))
    share = judging / whole
    return (
        f"| draft | judging {PEOPLE} persons as a share of the whole check | below {GOAL:.0%} | {share:.1%} |"
        f" {judging * 1000:.0f} ms of {whole * 1000:.0f} ms; six other channels {elsewhere * 1000:.0f} ms |"
    )


def share_of_judging() -> float:
    """The share alone, for the short test."""
    return float(judging_row().split("|")[4].strip().rstrip("%")) / 100


def _median(call: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _phone_photo(folder: Path) -> Path:
    """The crossing with its 20 faces, as large as a phone makes photos (12 megapixels)."""
    target = folder / "oversteken.jpg"
    with Image.open(PHOTOS / "crossing.jpg") as image:
        image.convert("RGB").resize((4000, 3000)).save(target, quality=90)
    return target


def _draft(photo: Path) -> Draft:
    people = tuple(
        Person(id=str(number), first=f"Leerling{number}", last="Voorbeeld", born=date(2012, 3, 3), group="1a")
        for number in range(PEOPLE)
    )
    yes = {"door": "ouder", "staat": "gegeven", "datum": "2026-09-01", "vorm": "digitaal_akkoord"}
    record = {**yes, "dekt": ["foto", "video"], "kanalen": ["instagram", "website"]}
    return Draft(
        roles=("leerkracht",),
        medium="instagram",
        moment=datetime(2026, 11, 20, 14, 0),
        text="Oversteken met de brugklas (voorbeeldfoto).",
        photos=(photo,),
        for_school=True,
        roster=Roster(people=people),
        consents=Consents({person.id: (record,) for person in people}),
        shown=tuple(
            Shown(line=at + 2, name=person.display, person=person, photo=photo.name, role="leerling", born=person.born)
            for at, person in enumerate(people)
        ),
        told={"platformafspraken": "gemaakt"},
    )
