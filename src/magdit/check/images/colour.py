"""Any kind of picture as 8-bit sRGB: palette, grey, 16-bit, CMYK, transparency and colour profiles made plain."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageCms

from magdit.check.images.remark import Remark

WHITE = (255, 255, 255)
SIXTEEN_BIT = {"I;16", "I;16B", "I;16L", "I;16N", "I"}
OPAQUE = (255, 255)
# The colour space that a profile must be for, per mode of the picture it comes with.
SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}


class Plain:
    """Makes pieces of one picture plain, as a viewer shows them; remembers what must be said about it."""

    def __init__(self, image: Image.Image) -> None:
        self.remarks: set[str] = set()
        self._transform: ImageCms.ImageCmsTransform | None = None
        profile = image.info.get("icc_profile")
        if profile:
            self._read(profile, mode=_mode_of(image))

    @property
    def changes_colours(self) -> bool:
        """Tell whether a colour profile stands between the numbers and what a viewer shows."""
        return self._transform is not None

    def rgb(self, piece: Image.Image) -> Image.Image:
        """Return this piece in 8-bit sRGB, what is transparent lying on white."""
        piece = self._on_white(_eight_bit(piece))
        if piece.mode not in SPACES:
            piece = piece.convert("RGB")
        if self._transform is None:
            return piece.convert("RGB")
        return ImageCms.applyTransform(piece, self._transform) or piece.convert("RGB")

    def said(self) -> tuple[Remark, ...]:
        """Return what was remarkable, once all pieces were made plain."""
        return tuple(Remark(code) for code in sorted(self.remarks))

    def _read(self, profile: bytes, *, mode: str) -> None:
        try:
            self._transform = _to_srgb(profile, mode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            self.remarks.add("colour_profile_ignored")

    def _on_white(self, piece: Image.Image) -> Image.Image:
        """Under transparency lie pixels that nobody saw; on white, only what is seen goes on."""
        if not piece.has_transparency_data:
            return piece
        layered = piece.convert("RGBA")
        if layered.getchannel("A").getextrema() != OPAQUE:
            self.remarks.add("transparency_on_white")
        paper = Image.new("RGB", piece.size, WHITE)
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper


def _mode_of(image: Image.Image) -> str:
    """The mode in which a piece meets the profile."""
    if image.has_transparency_data:
        return "RGB"
    return "L" if image.mode in SIXTEEN_BIT else image.mode if image.mode in SPACES else "RGB"


def _eight_bit(piece: Image.Image) -> Image.Image:
    """Pillow cuts 16-bit grey off at 255; what a viewer shows is the upper byte."""
    if piece.mode not in SIXTEEN_BIT:
        return piece
    return Image.fromarray((np.asarray(piece).astype(np.int64).clip(0, 0xFFFF) >> 8).astype(np.uint8))


def _to_srgb(profile: bytes, *, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return the way to sRGB; none is needed from sRGB itself."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if source.profile.xcolor_space.strip() != SPACES[mode]:
        raise ValueError("a profile for another kind of picture")
    if mode == "RGB" and "sRGB" in (source.profile.profile_description or ""):
        return None
    return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
