"""Publications of De Linde whose pictures are the test photos, hashed as sending hashes them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from PIL import Image

from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.people.models import Person, School
from magdit.check.images.tracing.hashes import hashes_of
from tests.areas.conftest import NOON
from tests.check.images.tracing.pictures import pixels


def as_file(image: Image.Image, *, quality: int = 90) -> bytes:
    """A picture as someone uploads it."""
    written = io.BytesIO()
    image.convert("RGB").save(written, "JPEG", quality=quality)
    return written.getvalue()


def in_parts(content: bytes, size: int = 65_536) -> Iterator[bytes]:
    """As it comes in."""
    yield from (content[start : start + size] for start in range(0, len(content), size))


@pytest.fixture
def publishes(school: School, bram: Person) -> Callable[[Iterable[tuple[str, Image.Image]]], dict[str, Publication]]:
    """`publishes(pictures)`: a publication for each, with the hashes of its picture; by name."""

    def publish(pictures: Iterable[tuple[str, Image.Image]]) -> dict[str, Publication]:
        made = {}
        for name, image in pictures:
            hashes = list(hashes_of(pixels(image)))
            if not hashes:  # an even wall or a field of snow: too little to tell it by
                continue
            key = uuid4().hex
            made[name] = Publication.objects.create(
                board=school.board, school=school, medium="website", author=bram, state="geplaatst", key=key,
                sealed=b"", made_at=NOON - timedelta(days=1), url=f"https://www.school.example/nieuws/{key}/",
            )  # fmt: skip
            PublishedPicture.objects.create(
                publication=made[name], sha256="0" * 64, hashes=hashes, original_hashes=hashes
            )
        return made

    return publish
