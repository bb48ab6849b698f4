"""A draft of Bram's with a photo, and eyes that see where the faces are that a test put there."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.check.draft.look import Eyes
from magdit.check.images.faces import Face
from magdit.journeys.hand_in.taking_in import take_in

FACES = (Face(x=40, y=30, w=60, h=80, score=0.9), Face(x=200, y=40, w=50, h=70, score=0.8))


class Sees:
    """Sees these faces wherever the picture still has the colour of a face in the middle of them."""

    def find(self, pixels: np.ndarray, threshold: float = 0.3) -> tuple[Face, ...]:
        return tuple(face for face in FACES if is_skin(pixels[face.y + face.h // 2, face.x + face.w // 2]))


def is_skin(pixel: np.ndarray) -> bool:
    return bool(np.abs(pixel.astype(int) - np.array([200, 150, 120])).max() < 40)


EYES = Eyes(load_finder=Sees)


def photo(*, colour: tuple[int, int, int] = (90, 120, 160), faces: tuple[Face, ...] = FACES) -> bytes:
    """A photo as a phone gives it, with faces where `Sees` looks."""
    pixels = np.random.default_rng(sum(colour)).integers(0, 30, (240, 320, 3)).astype(np.uint8)
    pixels += np.array(colour, dtype=np.uint8)
    for face in faces:
        pixels[face.y : face.y + face.h, face.x : face.x + face.w] = (200, 150, 120)
    written = io.BytesIO()
    Image.fromarray(pixels).save(written, "JPEG", quality=95)
    return written.getvalue()


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Files of one test are no business of another."""
    settings.DATA = tmp_path


@pytest.fixture
def eyes() -> Eyes:
    return EYES


@pytest.fixture
def begun(school: School, bram: Person, doing_as: Callable[..., Doing]) -> Draft:
    """What Bram began as a teacher, for the website of the school."""
    draft = actions.begin(doing_as(bram), school, bram, role="leerkracht")
    return actions.change(doing_as(bram), draft.pk, version=draft.version, medium="website")


@pytest.fixture
def pictured(begun: Draft, bram: Person, doing_as: Callable[..., Doing]) -> Picture:
    """A photo with two faces in Bram's draft."""
    return take_in(doing_as(bram), begun.pk, "strand.jpg", [photo()], eyes=EYES)
