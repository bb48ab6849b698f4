"""The three photographs that may be shown, and one finder for all tests. None of these people is at a school here."""

import io
from pathlib import Path

import pillow_heif
import pytest

from magdit.check.images.faces import FaceFinder

PHOTOS = Path(__file__).resolve().parents[3] / "src" / "magdit" / "demo" / "photos"


@pytest.fixture(scope="session")
def finder():
    return FaceFinder.load()


@pytest.fixture(scope="session")
def crossing():
    """A busy crossing: twenty people with a face to be seen, some of them small or half hidden."""
    return PHOTOS / "crossing.jpg"


@pytest.fixture(scope="session")
def portrait():
    """One face, large."""
    return PHOTOS / "astronaut.png"


@pytest.fixture(scope="session")
def skier():
    """One face, small in a wide photo."""
    return PHOTOS / "skier.jpg"


@pytest.fixture(scope="session")
def heic():
    """Makes a HEIC file of a picture, as a phone would."""

    def make(image, **options):
        written = io.BytesIO()
        pillow_heif.from_pillow(image).save(written, quality=90, **options)
        return written.getvalue()

    return make
