"""The demo's photos as a phone would hand them in: turned by a mark in the file, and with the place they were taken."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

PHOTOS = Path(__file__).parent / "photos"
TURNED = 6  # EXIF: the picture lies on its side, a viewer turns it a quarter
ORIENTATION, GPS = 0x0112, 0x8825
SOMEWHERE = {1: "N", 2: (52.0, 0.0, 0.0), 3: "E", 4: (4.0, 30.0, 0.0)}


def phone_photo(source: Path, target: Path) -> Path:
    """Write a copy that lies on its side and tells where it was taken, as phones do."""
    with Image.open(source) as image:
        picture = image.convert("RGB").rotate(90, expand=True)
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    exif.get_ifd(GPS).update(SOMEWHERE)
    picture.save(target, "JPEG", quality=95, exif=exif)
    return target


def lay_out(folder: Path) -> dict[str, Path]:
    """The photos of the demo in this folder, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    star = folder / "sterrenwacht.png"
    star.write_bytes((PHOTOS / "astronaut.png").read_bytes())
    crossing = folder / "oversteken.jpg"
    crossing.write_bytes((PHOTOS / "crossing.jpg").read_bytes())
    snow = phone_photo(PHOTOS / "skier.jpg", folder / "sneeuwdag.jpg")
    return {"sterrenwacht": star, "sneeuwdag": snow, "oversteken": crossing}
