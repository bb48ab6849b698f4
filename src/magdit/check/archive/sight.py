"""What was seen of one picture: how large it is, how many faces, what its file tells. Kept without a pixel of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from magdit.check.draft.look import SeenPhoto
from magdit.check.images.faces import Face
from magdit.check.images.intake import Photo
from magdit.check.images.trace_kinds import Trace, TraceKind

SMALLEST = 24  # of the longest side: nobody can be told in a picture of fewer points


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture that was looked at."""

    sha256: str
    width: int
    height: int
    faces: int
    traces: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, photo: Photo, faces: tuple[Face, ...]) -> Sight:
        """What to remember of this picture."""
        traces = tuple((str(trace.kind), trace.where) for trace in photo.traces)
        return cls(photo.sha256, photo.width, photo.height, len(faces), traces)

    @property
    def is_too_small(self) -> bool:
        """Whether it is too small to show anyone, as a dot of a menu or a counter of visitors is."""
        return max(self.width, self.height) < SMALLEST

    @property
    def tells_place(self) -> bool:
        """Whether its file says where it was taken."""
        return any(kind == TraceKind.GPS for kind, _ in self.traces)

    def seen(self, name: str) -> SeenPhoto:
        """As a check of a draft knows it; which box each face has, nobody needs any more."""
        nothing = np.empty((0, 0, 3), np.uint8)
        traces = tuple(Trace(TraceKind(kind), where) for kind, where in self.traces)
        photo = Photo(Path(name), "", nothing, self.sha256, (), traces)
        faces = tuple(Face(x=at, y=0, w=1, h=1, score=1.0) for at in range(self.faces))
        return SeenPhoto(name, photo, faces)
