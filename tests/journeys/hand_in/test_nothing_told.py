"""What a file told beside its picture is in nothing that magdit makes of it: not in what is shown or what goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.check.draft.look import Eyes
from magdit.journeys.hand_in.cleaning import clean_all
from magdit.journeys.hand_in.looking import look_at
from magdit.journeys.hand_in.remembered import named, pictures_seen
from magdit.journeys.hand_in.taking_in import take_in
from tests.check.images.sets.planted import Planted, planted_film, planted_pictures

pytestmark = pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")


class Blind:
    """Sees no faces: where they are has tests of its own."""

    def find(self, pixels: np.ndarray, threshold: float = 0.3) -> tuple[()]:
        return ()


BLIND = Eyes(load_finder=Blind)
PICTURES = planted_pictures()


def made_of(picture: Picture) -> Iterator[bytes]:
    """Everything that was made of it, opened: what lies there enciphered tells nothing to begin with."""
    sheets = [f"{files.SHEET}-{number}" for number in range(picture.clean.get("sheets", 0))]
    shown = [] if picture.kind == "geluid" else [files.PREVIEW] if picture.kind == "foto" else sheets
    for which in (*shown, files.CLEAN):
        yield b"".join(files.made(picture.draft.board_id, ref(picture.draft_id), picture.pk, which))


def handed_in(file: Planted, draft: Draft, doing, **eyes) -> Picture:
    picture = take_in(doing, draft.pk, file.name, [file.content], **eyes)
    if picture.look == "wacht":
        look_at(doing, Picture.objects.select_related("draft").get(pk=picture.pk), eyes.get("eyes") or Eyes())
    clean_all(doing, Draft.objects.get(pk=draft.pk), **eyes)
    return Picture.objects.select_related("draft").get(pk=picture.pk)


def test_more_than_forty_places_are_marked_and_each_marker_stands_in_its_file():
    everywhere = {(file.name, place) for file in PICTURES for place in file.places}

    assert len({place for _, place in everywhere}) > 40
    assert {(file.name, place) for file in PICTURES for place in file.told_in(file.content)} == everywhere


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.name)
def test_no_marker_of_a_photo_is_in_anything_made_of_it(file, begun, bram, doing_as):
    picture = handed_in(file, begun, doing_as(bram), eyes=BLIND)

    outputs = list(made_of(picture))
    assert len(outputs) == 2
    assert [file.told_in(content) for content in outputs] == [[], []]
    assert picture.clean["surprises"] == []


def test_no_marker_of_a_film_is_in_anything_made_of_it(begun, bram, doing_as, tmp_path: Path):
    file = planted_film(tmp_path)
    assert file.told_in(file.content) == list(file.places)

    picture = handed_in(file, begun, doing_as(bram))

    assert [place for content in made_of(picture) for place in file.told_in(content)] == []


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.name)
def test_no_marker_is_kept_beside_the_picture_either(file, begun, bram, doing_as):
    """Which kinds of traces there were is kept; what they told is not. Nor does the check hear it."""
    picture = handed_in(file, begun, doing_as(bram), eyes=BLIND)

    row = {field.name: getattr(picture, field.name) for field in Picture._meta.concrete_fields}
    assert file.told_in(repr(row).encode()) == []
    assert named(picture) == "foto-1.jpg"
    assert [seen.photo.traces for seen in pictures_seen([picture]).photos] == [()]
