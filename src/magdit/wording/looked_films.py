"""What a look at a film tells: as lines for people, and as JSON for programs. It judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from magdit.check.images.film.track import FilmLook, Track
from magdit.wording.answer_lines import Line
from magdit.wording.file_errors import plain_name
from magdit.wording.traces import told_by


def film_as_json(look: FilmLook) -> dict[str, Any]:
    """Each face that was followed, with the box in which it is shown best, in pixels of the upright film."""
    return {
        "file": str(look.media.path),
        "width": look.width,
        "height": look.height,
        "seconds": round(look.seconds, 3),
        "sound": look.media.has_sound,
        "at_once": look.most_at_once(),
        "tracks": [_track(track) for track in look.tracks],
        "metadata": sorted({str(trace.kind) for trace in look.traces}),
    }


def film_lines(look: FilmLook, sheets: Sequence[Path]) -> Iterator[Line]:
    """How long, how many faces followed, what the file tells, and where the contact sheet lies."""
    sound = "met geluid" if look.media.has_sound else "zonder geluid"
    name, size = plain_name(look.media.path.name), f"{look.width} × {look.height}"
    yield Line(f"{name}: {size}, {look.seconds:.0f} seconden, {sound}", "head")
    yield Line(_seen(look), indent=1)
    if look.media.has_sound:
        yield Line("Naar het geluid luistert magdit niet: een stem of een naam kan ook iemand verraden.", indent=1)
    if look.traces:
        yield Line(f"In het bestand staat ook: {told_by(look.traces)}.", "warn", indent=1)
    for sheet in sheets:
        yield Line(f"Alle gevolgde gezichten met hun nummer: {sheet}", "soft", indent=1)


def _seen(look: FilmLook) -> str:
    if not look.tracks:
        return "Geen gezicht gezien. Dat wil niet zeggen dat er niemand op staat: kijk zelf."
    at_once, count = look.most_at_once(), len(look.tracks)
    followed = "1 gezicht" if count == 1 else f"{count} keer een gezicht"
    return f"{followed} gevolgd, tenminste {at_once} tegelijk. Wie later terugkomt, krijgt een nieuw nummer."


def _track(track: Track) -> dict[str, Any]:
    left, top, right, bottom = (round(float(side)) for side in track.boxes[track.sample])
    return {
        "number": track.number,
        "from": round(track.start, 3),
        "to": round(track.end, 3),
        "box": {"x": left, "y": top, "w": right - left, "h": bottom - top},
        "score": round(track.score, 3),
    }
