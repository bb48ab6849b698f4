"""The second look: what the clean copies still show and tell. What should be gone and is not, was not looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.draft.clean import Clean
from magdit.check.draft.look import Eyes, Looked, SeenPhoto
from magdit.check.images.faces import Face
from magdit.check.images.hide import seen_again
from magdit.check.images.metadata import traces_left

CLEAR = 0.5  # a face that only the clean copy shows; fainter ones come and go with the compression


def with_surprises(
    clean: Looked, before: Looked, copies: tuple[Clean, ...], eyes: Eyes, films_hidden: Collection[str] = ()
) -> Looked:
    """What was seen in the clean copies, and as not looked at: every face and trace that should not be there."""
    of = {copy.path.name: copy for copy in copies}
    first = {seen.name: seen for seen in before.photos}
    # What nobody looked at the first time was not mended either.
    missed = [*before.not_looked, *clean.not_looked]
    for seen in clean.photos:
        copy = of[seen.name]
        codes = _surprises(seen, first[copy.original], copy)
        missed += [NotLooked("gezichten", copy.original, code) for code in dict.fromkeys(codes)]
        missed += _traces(copy, eyes)
    missed += [NotLooked("metadata", of[film.path.name].original, "traces_left") for film in clean.films if film.traces]
    missed += [NotLooked("gezichten", of[name].original, code) for name, code in _in_films(clean, films_hidden)]
    return replace(clean, not_looked=tuple(dict.fromkeys(missed)))


def _in_films(clean: Looked, hidden: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Films in which every face was hidden: no clear one may be seen in them, and they must have been looked at."""
    for name in hidden:
        look = clean.film_looks.get(name)
        if look is None or look.most_at_once():
            yield name, "failed" if look is None else "face_still_seen"


def _surprises(seen: SeenPhoto, first: SeenPhoto, copy: Clean) -> Iterator[str]:
    """Faces still there though hidden, clear ones that nobody saw before, and none at all where some must be."""
    now, known = _at_size_of(first, seen), first.faces or ()
    hidden = [known[place] for place in copy.hidden]
    if seen_again(now, hidden=hidden):
        yield "face_still_seen"
    if first.faces is not None and any(face.score > CLEAR and not seen_again([face], hidden=known) for face in now):
        yield "new_face"
    # A cover may reach over a neighbour; a face that stands apart from all of them cannot have gone.
    if not now and any(face.score > CLEAR and _is_apart(face, hidden) for face in known if face not in hidden):
        yield "faces_lost"


def _at_size_of(first: SeenPhoto, seen: SeenPhoto) -> tuple[Face, ...]:
    """The faces of a copy, in pixels of the photo it was made of: a copy may be smaller."""
    times = first.photo.width / seen.photo.width
    return tuple(
        Face(x=round(f.x * times), y=round(f.y * times), w=round(f.w * times), h=round(f.h * times), score=f.score)
        for f in seen.faces or ()
    )


def _is_apart(face: Face, hidden: Iterable[Face]) -> bool:
    return not any(
        abs(2 * face.x + face.w - 2 * one.x - one.w) < face.w + 4 * one.w
        and abs(2 * face.y + face.h - 2 * one.y - one.h) < face.h + 4 * one.h
        for one in hidden
    )


def _traces(copy: Clean, eyes: Eyes) -> list[NotLooked]:
    """A clean copy that still tells something is not clean."""
    left = attempt(lambda: traces_left(copy.path), what="metadata", where=copy.original, longest=eyes.longest)
    if isinstance(left, NotLooked):
        return [left]
    return [] if left == () else [NotLooked("metadata", copy.original, "traces_left")]
