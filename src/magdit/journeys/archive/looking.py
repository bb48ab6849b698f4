"""The pictures of some pieces looked at, side by side, each once however often it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from magdit.check.archive.sight import Sight
from magdit.check.draft.attempts import NotLooked, attempt
from magdit.check.images.batch import Told, look_at_photos
from magdit.check.images.faces import SEEN, FaceFinder
from magdit.check.images.intake import take_in
from magdit.check.images.refusal import Refused

# A model that is missing or changed is missing for every picture: that stops the check with its own sentence.
NO_EYES = frozenset({"model_missing", "model_changed", "model_unfit", "no_onnxruntime"})


class Looker(Protocol):
    """Looks at pictures, in the order given."""

    def __call__(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Sight | str]]:
        """What was seen of each, or the code of why nothing was."""


def look_side_by_side(paths: Sequence[Path]) -> Iterator[tuple[Path, Sight | str]]:
    """With the real eyes. A picture on which these stumble is tried once more by itself, so that it stops no other."""
    done = 0
    try:
        for told in _batch(paths):
            yield told.path, _outcome(told)
            done += 1
    except Refused:
        raise
    except Exception:
        for path in paths[done:]:
            yield path, _alone(path)


def _batch(paths: Iterable[Path]) -> Iterator[Told[Sight]]:
    then: Callable[..., Sight] = Sight.of
    return look_at_photos(paths, then)


def _outcome(told: Told[Sight]) -> Sight | str:
    if told.result is not None:
        return told.result
    code = told.refused.code if told.refused else "failed"
    if told.refused and code in NO_EYES:
        raise told.refused
    return code


def _alone(path: Path) -> Sight | str:
    def look() -> Sight:
        photo = take_in(path)
        return Sight.of(photo, FaceFinder.load().find(photo.pixels, SEEN))

    outcome = attempt(look, what="gezichten", where=path.name)
    return outcome.code if isinstance(outcome, NotLooked) else outcome
