"""What a look at a photo tells: as lines for people, and as JSON for programs. It judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from magdit.check.images.faces import Face
from magdit.check.images.intake import Photo
from magdit.wording.answer_lines import Line
from magdit.wording.file_errors import plain_name, remark_sentence
from magdit.wording.traces import told_by


def photo_as_json(
    photo: Photo, faces: Sequence[Face] | None, hashes: Sequence[str], missed: str = ""
) -> dict[str, Any]:
    """Boxes in pixels of the upright photo; `faces` null when nobody looked, which is not the same as none."""
    told = {
        "file": str(photo.path),
        "width": photo.width,
        "height": photo.height,
        "faces": None if faces is None else [_box(face) for face in faces],
        "metadata": sorted({str(trace.kind) for trace in photo.traces}),
        "hashes": list(hashes),
        "remarks": [remark_sentence(plain_name(photo.path.name), remark) for remark in photo.remarks],
    }
    return told if faces is not None else {**told, "not_looked": missed}


def photo_lines(photo: Photo, faces: Sequence[Face] | None, hashes: Sequence[str], missed: str) -> Iterator[Line]:
    """Size, faces and what the file itself tells; `missed` says why nobody looked for faces."""
    yield Line(f"{plain_name(photo.path.name)}: {photo.width} × {photo.height}", "head")
    if faces is None:
        yield Line(f"De gezichten zijn niet bekeken: {missed}", "warn", indent=1)
    else:
        yield Line(_seen(len(faces)), indent=1)
    if photo.traces:
        yield Line(f"In het bestand staat ook: {told_by(photo.traces)}.", "warn", indent=1)
    if not hashes:
        yield Line("Er is te weinig op te zien om dit beeld later terug te vinden.", "soft", indent=1)
    for remark in photo.remarks:
        yield Line(remark_sentence(plain_name(photo.path.name), remark), "soft", indent=1)


def _seen(count: int) -> str:
    if not count:
        return "Geen gezicht gezien. Dat wil niet zeggen dat er niemand op staat: kijk zelf."
    return f"Tenminste {count} {'gezicht' if count == 1 else 'gezichten'} gezien. Kijk zelf of het er meer zijn."


def _box(face: Face) -> dict[str, Any]:
    return {"x": face.x, "y": face.y, "w": face.w, "h": face.h, "score": face.score}
