"""Photo files for the bench of images, with the faces that are in them: websites' sizes, and as phones make them.

Made of the scenes of the regression set, so of a handful of people: what is measured on them is no accuracy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.check.images.makers import exif, stored_turned
from tests.check.images.sets.faces_by_eye import DEMO, HERE
from tests.check.images.sets.scenes import PORTRAITS, Scene, mirrored, on_a_backdrop, photo, scaled, sheet, turned

MEGA = 1_000_000


@dataclass(frozen=True)
class Filed:
    """A scene as a file."""

    path: Path
    scene: Scene


def at_most_two_megapixels(folder: Path) -> list[Filed]:
    """Portraits, a crossing with twenty faces, groups, sheets and places without people, of 0.5 to 2 megapixels."""
    return [_filed(scene, folder, at) for at, scene in enumerate(_small())]


def _small() -> Iterator[Scene]:
    crossing = photo(DEMO / "crossing.jpg")
    yield crossing
    yield sized(turned(crossing, 8), 1.0)
    yield sized(mirrored(crossing), 1.9)
    for path in PORTRAITS:
        yield sized(photo(path), 0.5)
        yield sized(mirrored(photo(path)), 1.0)
        yield sized(turned(photo(path), 8), 1.9)
    for size in (24, 48, 100):
        yield sized(on_a_backdrop(size), 1.5)
    yield sized(sheet(0), 1.3)
    for name in ("china.jpg", "coffee.jpg", "flower.jpg"):
        yield sized(photo(HERE / name), 1.9)


def phone_photos(folder: Path) -> list[Filed]:
    """12, 24 and 36 megapixels, from near by and of a crowd."""
    crossing, portrait = photo(DEMO / "crossing.jpg"), photo(PORTRAITS[0])
    made = (sized(crossing, 12), sized(portrait, 12), sized(photo(PORTRAITS[3]), 24), sized(portrait, 36))
    return [_filed(scene, folder, at) for at, scene in enumerate(made)]


def ten_phone_photos(folder: Path) -> list[Filed]:
    """Ten of 12 megapixels, as a teacher brings them home: two of a crowd, portraits, and groups in rows."""
    crossing = photo(DEMO / "crossing.jpg")
    portraits = [photo(path) for path in PORTRAITS[:3]]
    made = [crossing, mirrored(crossing), *portraits, *map(mirrored, portraits), sheet(0), on_a_backdrop(100)]
    return [_filed(sized(scene, 12), folder, at) for at, scene in enumerate(made)]


def held_eight_ways(folder: Path) -> list[Filed]:
    """The crossing as a phone stores it, for each way of holding it."""
    scene = sized(photo(DEMO / "crossing.jpg"), 1.0)
    filed = []
    for orientation in range(1, 9):
        path = folder / f"gedraaid-{orientation}.jpg"
        stored_turned(scene.image, orientation).save(path, "JPEG", quality=95, exif=exif(orientation))
        filed.append(Filed(path, scene))
    return filed


def sized(scene: Scene, megapixels: float) -> Scene:
    """The scene at this many megapixels."""
    return scaled(scene, (megapixels * MEGA / (scene.image.width * scene.image.height)) ** 0.5)


def _filed(scene: Scene, folder: Path, at: int) -> Filed:
    path = folder / f"foto-{at:02}.jpg"
    scene.image.save(path, "JPEG", quality=92)
    # The pixels have served: only the places of the faces are needed from here on.
    return Filed(path, Scene(scene.name, Image.new("RGB", (1, 1)), scene.faces, scene.maybe))
