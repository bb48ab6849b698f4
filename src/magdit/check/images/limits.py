"""How much of a file we are willing to look at. Numbers only; the guards are where the file is opened."""

from __future__ import annotations

from dataclasses import dataclass

MEGA = 1_000_000


@dataclass(frozen=True)
class Limits:
    """A phone makes 12 to 50 megapixels and up to 25 MB; more is a mistake or an attack."""

    file_bytes: int = 100 * MEGA
    pixels: int = 52 * MEGA
    webp_pixels: int = 26 * MEGA  # its decoder keeps four pictures side by side, of 4 bytes a pixel
    side: int = 20_000
    video_bytes: int = 2_000 * MEGA
    video_seconds: float = 3_600.0
    video_frames: int = 3_600 * 120
    video_pixels: int = 10 * MEGA  # of one frame: a film of a phone is 3840 x 2160
    video_streams: int = 32

    def most_pixels(self, kind: str) -> int:
        """How many pixels a picture of this kind may have."""
        return min(self.pixels, self.webp_pixels) if kind == "webp" else self.pixels


DEFAULT = Limits()
