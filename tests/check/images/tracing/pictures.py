"""Pictures that are all different, cut from the three photographs that may be shown and laid over one another."""

import random
from pathlib import Path

import numpy as np
from PIL import Image

PHOTOS = Path(__file__).resolve().parents[4] / "src" / "magdit" / "demo" / "photos"
NAMES = ("crossing.jpg", "astronaut.png", "skier.jpg")
SHAPES = ((800, 600), (600, 800), (720, 720), (960, 540))


def opened(name: str) -> Image.Image:
    with Image.open(PHOTOS / name) as image:
        return image.convert("RGB")


def pieces(across: int = 3) -> list[tuple[str, Image.Image]]:
    """The photos cut in equal pieces that share nothing, each made 600 wide."""
    return [
        (f"{name}-{column}{row}", _piece(opened(name), column=column, row=row, across=across))
        for name in NAMES
        for column in range(across)
        for row in range(across)
    ]


def laid_over(count: int, seed: int = 7) -> list[tuple[str, Image.Image]]:
    """Pictures of three pieces over one another, no two of the same three."""
    chance, parts, made = random.Random(seed), pieces(), {}
    while len(made) < count:
        chosen = chance.sample(parts, 3)
        made.setdefault("+".join(sorted(name for name, _ in chosen)), _over(chosen, chance))
    return list(made.items())


def shares_a_piece(one: str, other: str) -> bool:
    return bool(set(one.split("+")) & set(other.split("+")))


def pixels(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("RGB"))


def _piece(photo: Image.Image, *, column: int, row: int, across: int) -> Image.Image:
    width, height = photo.width // across, photo.height // across
    cut = photo.crop((column * width, row * height, (column + 1) * width, (row + 1) * height))
    return cut.resize((600, round(600 * height / width)), Image.Resampling.BICUBIC)


def _over(chosen: list[tuple[str, Image.Image]], chance: random.Random) -> Image.Image:
    width, height = chance.choice(SHAPES)
    below = chosen[0][1].resize((width, height))
    for _, image in chosen[1:]:
        size = (round(width * chance.uniform(0.35, 0.6)), round(height * chance.uniform(0.35, 0.8)))
        below.paste(image.resize(size), (chance.randrange(width - size[0]), chance.randrange(height - size[1])))
    return below
