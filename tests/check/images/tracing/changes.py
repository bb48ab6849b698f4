"""What happens to a picture between a school's website and the place where it turns up."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageFilter, ImageOps

from magdit.check.images.faces import Face
from magdit.check.images.hide import hide
from tests.check.images.tracing.pictures import pixels


def saved(image: Image.Image, quality: int) -> Image.Image:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality)
    return Image.open(written).convert("RGB")


def resized(image: Image.Image, factor: float) -> Image.Image:
    return image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.LANCZOS)


def cut(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """Without these parts of its sides."""
    width, height = image.size
    return image.crop(
        (round(width * left), round(height * top), round(width * (1 - right)), round(height * (1 - bottom)))
    )


def cut_somewhere(image: Image.Image, chance: random.Random) -> Image.Image:
    """Two to ten percent off the width and off the height, taken from both sides as it comes."""
    across, down = chance.uniform(0.02, 0.1), chance.uniform(0.02, 0.1)
    left, top = across * chance.random(), down * chance.random()
    return cut(image, left, top, across - left, down - top)


def one_side(image: Image.Image, chance: random.Random) -> Image.Image:
    sides = [0.0] * 4
    sides[chance.randrange(4)] = chance.uniform(0.02, 0.1)
    return cut(image, *sides)


def square(image: Image.Image) -> Image.Image:
    return ImageOps.fit(image, (min(image.size), min(image.size)))


def with_bars(image: Image.Image, colour: str | None) -> Image.Image:
    """Made square (or a half wider) by bars of one colour, or of the picture itself out of focus."""
    side = max(image.size)
    size = (side, side) if image.width != image.height else (round(side * 1.5), side)
    around = ImageOps.fit(image, size).filter(ImageFilter.GaussianBlur(side / 25))
    below = around if colour is None else Image.new("RGB", size, colour)
    inside = ImageOps.contain(image, size)
    below.paste(inside, ((size[0] - inside.width) // 2, (size[1] - inside.height) // 2))
    return below


def on_a_screen(image: Image.Image, chance: random.Random) -> Image.Image:
    screen = Image.new("RGB", (round(image.width * 1.3), round(image.height * 1.5)), chance.choice(["white", "black"]))
    screen.paste(image, (round(image.width * chance.uniform(0.05, 0.25)), round(image.height * 0.15)))
    return screen


def with_faces_hidden(image: Image.Image, chance: random.Random) -> Image.Image:
    width, height = image.size
    side = round(min(width, height) * 0.1)
    places = [(chance.randrange(width - side), chance.randrange(height // 2)) for _ in range(3)]
    return Image.fromarray(hide(pixels(image), [Face(x=x, y=y, w=side, h=side, score=0.9) for x, y in places]))


CHANGES: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "half the size": lambda image, chance: resized(image, 0.5),
    "a quarter of the size": lambda image, chance: resized(image, 0.25),
    "saved at quality 30": lambda image, chance: saved(image, 30),
    "saved at quality 90": lambda image, chance: saved(image, 90),
    "2 % off every side": lambda image, chance: cut(image, 0.02, 0.02, 0.02, 0.02),
    "5 % off every side": lambda image, chance: cut(image, 0.05, 0.05, 0.05, 0.05),
    "10 % off every side": lambda image, chance: cut(image, 0.1, 0.1, 0.1, 0.1),
    "2 to 10 % off, anywhere": cut_somewhere,
    "2 to 10 % off one side": one_side,
    "a square": lambda image, chance: square(image),
    "mirrored": lambda image, chance: ImageOps.mirror(image),
    "filled with white": lambda image, chance: with_bars(image, "white"),
    "filled with black": lambda image, chance: with_bars(image, "black"),
    "filled with itself, out of focus": lambda image, chance: with_bars(image, None),
    "on a screen": on_a_screen,
    "three faces hidden": with_faces_hidden,
    "cut and saved at half the size": lambda image, chance: saved(resized(cut_somewhere(image, chance), 0.5), 60),
}
