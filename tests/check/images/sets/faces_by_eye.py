"""Where the faces are in the photographs of the set: drawn by eye, before any detector was asked about them.

`MAYBE` are people of whom too little shows to say that a face is to be seen: found or not, they count for nothing.
"""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "photos"
DEMO = Path(__file__).resolve().parents[4] / "src" / "magdit" / "demo" / "photos"


class Box(NamedTuple):
    """In pixels of the photo."""

    left: float
    top: float
    width: float
    height: float


CROSSING = (
    Box(54, 129, 36, 45),
    Box(99, 131, 19, 28),
    Box(183, 114, 29, 37),
    Box(222, 108, 32, 40),
    Box(310, 147, 17, 23),
    Box(323, 128, 25, 34),
    Box(368, 133, 21, 24),
    Box(428, 139, 15, 20),
    Box(474, 145, 16, 18),
    Box(476, 158, 25, 33),
    Box(512, 139, 14, 18),
    Box(532, 131, 21, 28),
    Box(567, 171, 29, 34),
    Box(584, 107, 24, 30),
    Box(601, 129, 22, 26),
    Box(603, 152, 36, 46),
    Box(632, 159, 25, 32),
    Box(653, 134, 18, 22),
    Box(674, 146, 13, 17),
    Box(761, 115, 35, 46),
)
PHOTOS: dict[Path, tuple[Box, ...]] = {
    DEMO / "crossing.jpg": CROSSING,
    DEMO / "astronaut.png": (Box(172, 62, 98, 122),),
    DEMO / "skier.jpg": (Box(356, 63, 34, 36),),
    HERE / "officer.jpg": (Box(172, 128, 200, 212),),
    HERE / "cameraman.jpg": (Box(192, 105, 66, 94),),
    HERE / "china.jpg": (),
    HERE / "flower.jpg": (),
    HERE / "rocket.jpg": (),
    HERE / "coffee.jpg": (),
    HERE / "cat.jpg": (),
}
# On the crossing: a bald head and a sliver of cheek behind the man in white, three heads behind others, one far off.
MAYBE: dict[Path, tuple[Box, ...]] = {
    DEMO / "crossing.jpg": (
        Box(254, 131, 22, 20),
        Box(270, 140, 26, 26),
        Box(498, 140, 14, 20),
        Box(668, 134, 16, 15),
        Box(716, 138, 24, 24),
        Box(700, 146, 16, 24),
    )
}
