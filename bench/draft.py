"""What judging costs in a whole check: a draft with a phone photo and 30 persons, under OSVS and the law.

Leaves out: starting the program and loading the face model (both would make the share look smaller). Judging is reading
the act, the full answer (grounds, routes, question, horizon, layers); the six other channels are counted apart.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PIL import Image

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


def rows() -> list[str]:
    """One row: the share of the whole check that goes into judging, median of several runs."""
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
    return [
        f"| draft | judging {PEOPLE} persons as a share of the whole check | below {GOAL:.0%} | {share:.1%} |"
        f" {judging * 1000:.0f} ms of {whole * 1000:.0f} ms; six other channels {elsewhere * 1000:.0f} ms |"
    ]


def share_of_judging() -> float:
    """The share alone, for the short test."""
    return float(rows()[0].split("|")[4].strip().rstrip("%")) / 100


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
