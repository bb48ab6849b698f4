"""Scenes made of the photographs: other sizes, turned a little, mirrored, sheets, a panorama, as large as phones make.

The same few faces come back in every scene, so what is measured on them is a regression set and no accuracy.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageEnhance

from tests.check.images.sets.faces_by_eye import DEMO, HERE, MAYBE, PHOTOS, Box

SIZES = (8, 10, 12, 14, 16, 20, 24, 32, 48, 64, 100, 150, 200, 300, 400)
BACKDROPS = ("china.jpg", "flower.jpg", "rocket.jpg", "coffee.jpg", "cat.jpg")
PORTRAITS = (DEMO / "astronaut.png", HERE / "officer.jpg", HERE / "cameraman.jpg", DEMO / "skier.jpg")
FACING = PORTRAITS[:2]


@dataclass(frozen=True)
class Scene:
    """A picture, the faces in it, and places where finding one is neither right nor wrong."""

    name: str
    image: Image.Image
    faces: tuple[Box, ...]
    maybe: tuple[Box, ...] = ()


def scenes(*, large: bool = True) -> Iterator[Scene]:
    """Every scene, made when asked for; without the large ones when time is short."""
    for path in PHOTOS:
        yield photo(path)
    crossing = photo(DEMO / "crossing.jpg")
    for factor in (0.5, 0.7, 1.4, 2.0):
        yield scaled(crossing, factor)
    for path in (DEMO / "crossing.jpg", *PORTRAITS):
        for degrees in (-15, 8, 15):
            yield turned(photo(path), degrees)
        yield mirrored(photo(path))
    for size in SIZES:
        yield on_a_backdrop(size)
    for seed in range(3):
        yield sheet(seed)
    yield panorama()
    if large:
        yield from phone_photos()


def phone_photos() -> Iterator[Scene]:
    """12 megapixels: near, and far off in a field."""
    crossing = photo(DEMO / "crossing.jpg")
    yield scaled(crossing, 5.04)
    yield in_a_field(crossing)
    yield scaled(photo(PORTRAITS[0]), 6.8)
    yield scaled(photo(PORTRAITS[3]), 6.6)


def photo(path: Path) -> Scene:
    """The photograph itself."""
    with Image.open(path) as image:
        return Scene(path.stem, image.convert("RGB"), faces=PHOTOS[path], maybe=MAYBE.get(path, ()))


def scaled(scene: Scene, factor: float) -> Scene:
    """The scene made larger or smaller."""
    size = (round(scene.image.width * factor), round(scene.image.height * factor))
    image = scene.image.resize(size, Image.Resampling.BICUBIC)
    return _moved(scene, f"{scene.name} x {factor}", image, lambda box: Box(*(side * factor for side in box)))


def mirrored(scene: Scene) -> Scene:
    """The scene in a mirror."""
    image = scene.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return _moved(
        scene, f"{scene.name} mirrored", image, lambda box: box._replace(left=image.width - box.left - box.width)
    )


def turned(scene: Scene, degrees: float) -> Scene:
    """The scene held askew; the corners show grey. A box keeps its size and goes where its middle goes."""
    image = scene.image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(110, 110, 110))
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def move(box: Box) -> Box:
        across = box.left + box.width / 2 - image.width / 2
        down = box.top + box.height / 2 - image.height / 2
        left = image.width / 2 + cosine * across + sine * down - box.width / 2
        return Box(left, image.height / 2 - sine * across + cosine * down - box.height / 2, box.width, box.height)

    made = _moved(scene, f"{scene.name} turned {degrees}", image, move)
    inside = tuple(box for box in made.faces if _lies_on(box, image))
    return Scene(made.name, image, inside, (*made.maybe, *(box for box in made.faces if box not in inside)))


def on_a_backdrop(size: int) -> Scene:
    """Portraits with faces of this height before a place without people, six to a photo, sideways ones as well."""
    chance = random.Random(size)
    side = max(800, 6 * size)
    image = backdrop(chance.choice(BACKDROPS), side, side * 3 // 4)
    faces = []
    for at in range(6):
        portrait = cut_out(PORTRAITS[at % 4], size, flipped=at % 2 == 1)
        left, top = round((at % 3 + 0.1) * image.width / 3), round((at // 3 + 0.1) * image.height / 2)
        room = (image.width // 3 - portrait.image.width, image.height // 2 - portrait.image.height)
        if min(room) < 0:
            continue
        left, top = (
            left + chance.randint(0, max(0, room[0] * 4 // 5)),
            top + chance.randint(0, max(0, room[1] * 4 // 5)),
        )
        image.paste(portrait.image, (left, top))
        faces += [face._replace(left=face.left + left, top=face.top + top) for face in portrait.faces]
    return Scene(f"faces of {size}", image, tuple(faces))


def sheet(seed: int, *, columns: int = 6, rows: int = 5, size: int = 90) -> Scene:
    """A sheet of portraits as a school photographer delivers it: thirty on white, each lit differently."""
    chance = random.Random(f"sheet {seed}")
    wide, high = round(size * 2.2), round(size * 2.4)
    image = Image.new("RGB", (columns * wide, rows * high), (250, 250, 248))
    faces = []
    for at in range(columns * rows):
        part = cut_out(chance.choice(FACING), chance.randint(size * 2 // 3, size), flipped=chance.random() < 0.5)
        lit = ImageEnhance.Brightness(part.image).enhance(chance.uniform(0.6, 1.3))
        left, top = at % columns * wide + wide // 10, at // columns * high + high // 10
        image.paste(lit, (left, top))
        faces += [face._replace(left=face.left + left, top=face.top + top) for face in part.faces]
    return Scene(f"sheet {seed}", image, tuple(faces))


def panorama() -> Scene:
    """A strip of six to one with people of different sizes in it."""
    image = backdrop("china.jpg", 5400, 900)
    faces = []
    for at, size in enumerate((40, 60, 90, 130, 180, 60, 90, 40, 130)):
        part = cut_out(FACING[at % 2], size, flipped=at % 3 == 0)
        left, top = 100 + at * 590, 860 - part.image.height
        image.paste(part.image, (left, top))
        faces += [face._replace(left=face.left + left, top=face.top + top) for face in part.faces]
    return Scene("panorama", image, tuple(faces))


def in_a_field(scene: Scene) -> Scene:
    """The scene at its own size, far off in a photo of 12 megapixels."""
    image = backdrop("rocket.jpg", 4000, 3000)
    image.paste(scene.image, (1700, 1500))
    return _moved(
        scene,
        f"{scene.name} far off",
        image,
        lambda box: box._replace(left=box.left + 1700, top=box.top + 1500),
    )


def backdrop(name: str, width: int, height: int) -> Image.Image:
    """A photo without people at this size."""
    return photo(HERE / name).image.resize((width, height), Image.Resampling.BICUBIC)


def cut_out(path: Path, size: int, *, flipped: bool = False) -> Scene:
    """Head and shoulders from a portrait, the face this high."""
    whole = photo(path)
    face = whole.faces[0]
    left, top = max(0, face.left - 0.4 * face.width), max(0, face.top - 0.5 * face.height)
    right = min(whole.image.width, face.left + 1.4 * face.width)
    bottom = min(whole.image.height, face.top + 1.5 * face.height)
    part = Scene(
        path.stem,
        whole.image.crop((round(left), round(top), round(right), round(bottom))),
        (face._replace(left=face.left - round(left), top=face.top - round(top)),),
    )
    factor = size / face.height
    small = part.image.resize(
        (max(1, round(part.image.width * factor)), max(1, round(part.image.height * factor))),
        Image.Resampling.LANCZOS,
    )
    made = _moved(part, part.name, small, lambda box: Box(*(side * factor for side in box)))
    return mirrored(made) if flipped else made


def _lies_on(box: Box, image: Image.Image) -> bool:
    return min(box.left, box.top, image.width - box.left - box.width, image.height - box.top - box.height) >= 0


def _moved(scene: Scene, name: str, image: Image.Image, move: Callable[[Box], Box]) -> Scene:
    return Scene(name, image, tuple(map(move, scene.faces)), tuple(map(move, scene.maybe)))
