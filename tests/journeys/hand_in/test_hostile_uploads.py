"""Files made to break us, handed in: refused with a reason or taken in as an ordinary picture; nothing is left over."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import name_of, ref
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.check.draft.look import Eyes
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.hand_in.taking_in import take_in
from tests.check.images.makers import encoded
from tests.check.images.sets.hostile import HTML, SCRIPT, Hostile, hostile_files

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore")]
MOST_COST = 64 * 1_000_000
STATUS, PEAK = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Blind:
    """Sees no faces: where they are has tests of its own."""

    def find(self, pixels: np.ndarray, threshold: float = 0.3) -> tuple[()]:
        return ()


BLIND = Eyes(load_finder=Blind)


@pytest.fixture
def drafts(school: School, bram: Person, doing_as: Callable[..., Doing]) -> Iterator[Draft]:
    """One after another: in each there is room for so many pictures."""
    return iter(lambda: actions.begin(doing_as(bram), school, bram, role="leerkracht"), None)


@pytest.fixture
def hand_in(
    drafts: Iterator[Draft], bram: Person, doing_as: Callable[..., Doing]
) -> Callable[[Hostile], Picture | str]:
    """The picture that it became, or the code of the refusal. Anything else that is raised is a crash."""
    draft = next(drafts)

    def go(file: Hostile) -> Picture | str:
        nonlocal draft
        if draft.pictures.count() >= actions.MOST_PICTURES:
            draft = next(drafts)
        parts = (file.content[at : at + 65_536] for at in range(0, len(file.content), 65_536))
        try:
            return take_in(doing_as(bram), draft.pk, file.name, parts, eyes=BLIND)
        except (NoPicture, Refused) as refused:
            return refused.code

    return go


def kept() -> set[str]:
    """What lies in the folder of the pictures, by the picture that it is of."""
    return {path.name.partition(".")[0] for path in files.folder().iterdir()}


def test_there_are_more_than_three_hundred_of_them_and_they_are_the_same_every_time():
    made = hostile_files()

    assert len(made) > 300
    assert [(one.name, len(one.content)) for one in made] == [
        (one.name, len(one.content)) for one in hostile_files.__wrapped__()
    ]


def test_each_is_refused_or_an_ordinary_picture_and_what_is_refused_leaves_nothing_behind(hand_in):
    """In one go: what became of them, what lies on the disk, what is shown, and under what name."""
    answers = [(file, hand_in(file)) for file in hostile_files()]
    taken = [answer for _, answer in answers if isinstance(answer, Picture)]

    assert [file.name for file, answer in answers if file.sure and isinstance(answer, Picture)] == []
    assert 100 < len(taken) < 200  # neither is every file let in, nor every file kept out
    assert (
        kept() == {str(one.pk) for one in taken} == {str(key) for key in Picture.objects.values_list("pk", flat=True)}
    )
    assert [one.pk for one in taken if one.kind == "foto" and not _is_made_anew(one)] == []
    assert [name_of(one) for one in taken if not _is_plain(name_of(one))] == []


def _is_made_anew(picture: Picture) -> bool:
    """What is shown of it is a JPEG in which nothing that stood before, in or behind the picture came along."""
    shown = b"".join(files.made(picture.draft.board_id, ref(picture.draft_id), picture.pk, files.PREVIEW))
    return shown.startswith(b"\xff\xd8\xff") and not any(
        hidden in shown for hidden in (SCRIPT, HTML, b"PK\x03\x04", b"<?php", b"%PDF")
    )


def _is_plain(name: str) -> bool:
    """Leads nowhere, and moves nothing on a screen."""
    return bool(name) and name.isprintable() and len(name) <= 100 and not {"/", "\\"} & set(name) and name != ".."


def _cost(call: Callable[[], object]) -> int:
    """Bytes of memory at most while this ran, beyond what there was; of the process, as the kernel counts."""
    gc.collect()
    PEAK.write_text("5")
    before = _memory("VmRSS")
    call()
    return _memory("VmHWM") - before


def _memory(what: str) -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(what))
    return int(line.split()[1]) * 1024


def _dear() -> Iterator[Hostile]:
    """The largest of them, photos as large as a phone makes them, and junk as large as anyone may send."""
    yield from sorted((file for file in hostile_files() if file.sure), key=lambda file: -len(file.content))[:30]
    rough = Image.fromarray(np.random.default_rng(7).integers(0, 255, (600, 800, 3), dtype=np.uint8))
    phone = rough.resize((4000, 3000), Image.Resampling.NEAREST)
    png, jpeg = bytearray(encoded(phone, "PNG", compress_level=1)), encoded(phone, "JPEG", progressive=True)
    yield Hostile("half.jpg", jpeg[: len(jpeg) // 2])
    yield Hostile("half.png", bytes(png[: len(png) // 2]))
    png[-20_000:-15_000] = random.Random("dear").randbytes(5000)
    yield Hostile("gat.png", bytes(png))
    for start in (b"PK\x03\x04", HTML, b"<svg>", jpeg[:2000], bytes(png[:2000])):
        yield Hostile("heel-groot.jpg", start + bytes(90_000_000))
    for start in (jpeg[:2000], bytes(png[:2000])):
        yield Hostile("groot.jpg", start + bytes(31_000_000))


@pytest.mark.skipif(not PEAK.exists(), reason="only Linux tells the highest memory of a stretch of time")
def test_refusing_a_file_costs_no_more_than_64_megabytes(hand_in):
    """The file itself lies in memory while it is read, if it was not refused by its first bytes: that counts too."""
    hand_in(Hostile("gewoon.jpg", encoded(Image.new("RGB", (400, 300)), "JPEG")))  # so that all is loaded
    gc.collect()
    gc.freeze()  # what was there before is not looked through once more for each file
    costs = {}
    for file in _dear():
        answer = []
        grew = _cost(lambda file=file, answer=answer: answer.append(hand_in(file)))
        assert isinstance(answer[0], str), file.name
        lay_open = (
            len(file.content) if answer[0] not in {"not_an_image", "unsupported_format", "picture_too_big"} else 0
        )
        costs[file.name, len(file.content), answer[0]] = grew + lay_open

    dearest = max(costs, key=costs.__getitem__)
    assert costs[dearest] <= MOST_COST, (dearest, costs[dearest])
