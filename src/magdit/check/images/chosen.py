"""Which faces to cover on a photo: all that were seen, some by their number, and places that a person drew."""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.images.faces import Face
from magdit.check.images.intake import Photo
from magdit.check.images.refusal import Refused


@dataclass(frozen=True)
class Chosen:
    """What to cover. Numbers count from 1, in the order in which a look told the faces."""

    everything: bool = False
    numbers: frozenset[int] = frozenset()
    drawn: tuple[Face, ...] = ()

    def faces(self, photo: Photo, seen: tuple[Face, ...]) -> tuple[Face, ...]:
        """The boxes to cover on this photo; raises Refused for a number or place that is not on it."""
        beyond = [number for number in self.numbers if number > len(seen)]
        if beyond:
            raise Refused("no_face_to_hide", path=photo.path, face=min(beyond), count=len(seen))
        if any(box.x >= photo.width or box.y >= photo.height for box in self.drawn):
            raise Refused("box_beside_photo", path=photo.path, width=photo.width, height=photo.height)
        chosen = seen if self.everything else tuple(seen[number - 1] for number in sorted(self.numbers))
        return (*chosen, *self.drawn)
