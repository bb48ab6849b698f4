"""Any kind of picture as 8-bit sRGB: palette, grey, 16-bit, CMYK, transparency and colour profiles made plain."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageCms

from magdit.check.images.remark import Remark

WHITE = (255, 255, 255)
SIXTEEN_BIT = {"I;16", "I;16B", "I;16L", "I;16N", "I"}
# The colour space a profile must be for, per mode of the picture it comes with.
SPACES = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}


def as_rgb(image: Image.Image, *, profile: bytes | None) -> tuple[Image.Image, tuple[Remark, ...]]:
    """Return the picture as a viewer shows it, and what had to be said about the way there."""
    image, remarks = _on_white(_eight_bit(image))
    if image.mode not in SPACES:
        image = image.convert("RGB")
    if profile is None:
        return image.convert("RGB"), remarks
    try:
        return _through(profile, image), remarks
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB"), (*remarks, Remark("colour_profile_ignored"))


def _eight_bit(image: Image.Image) -> Image.Image:
    """Pillow cuts 16-bit grey off at 255; what a viewer shows is the upper byte."""
    if image.mode not in SIXTEEN_BIT:
        return image
    return Image.fromarray((np.asarray(image).astype(np.int64).clip(0, 0xFFFF) >> 8).astype(np.uint8))


def _on_white(image: Image.Image) -> tuple[Image.Image, tuple[Remark, ...]]:
    """What is transparent may hide pixels that nobody saw; on white, only what is seen goes on."""
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if not image.has_transparency_data:
        return image, ()
    layered = image.convert("RGBA")
    paper = Image.new("RGB", image.size, WHITE)
    paper.paste(layered, mask=layered.getchannel("A"))
    see_through = layered.getchannel("A").getextrema() != (255, 255)
    return paper, (Remark("transparency_on_white"),) if see_through else ()


def _through(profile: bytes, image: Image.Image) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if source.profile.xcolor_space.strip() != SPACES[image.mode]:
        raise ValueError("a profile for another kind of picture")
    if image.mode == "RGB" and "sRGB" in (source.profile.profile_description or ""):
        return image
    converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if converted is None:
        raise ValueError("no conversion")
    return converted
