"""Flags of the school's own tone model, beside those of our rules. It may add flags and never takes one away.

Without the setting nothing is asked. With it, a model that cannot answer is refused with a code, so that whoever looks
writes down 'not looked at' and nobody reads silence as 'nothing found'.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from magdit.check.images.refusal import Refused
from magdit.check.text.finders import tone
from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text
from magdit.check.text.tone_model.asking import asking
from magdit.check.text.tone_model.manifest import Label, read_manifest

SETTING = "MAGDIT_TOON_MODEL"
_LONGEST = 1000  # signs in one question
_SENTENCE = re.compile(rf"\S[^\n]{{0,{_LONGEST - 2}}}?(?:[.!?…]+(?=\s|\Z)|(?=\n)|\Z)|\S[^\n]{{0,{_LONGEST - 2}}}")


def find(text: Text) -> tuple[Finding, ...]:
    """What the model flags, sentence by sentence, and our rules did not; Refused when it cannot be asked."""
    folder = os.environ.get(SETTING, "").strip()
    if not folder or not text.original.strip():
        return ()
    labels = read_manifest(Path(folder)).labels
    flags = (
        flag for span in _sentences(text.original) for flag in _flags(text, span, folder=Path(folder), labels=labels)
    )
    known = tone.find(text)
    return tuple(flag for flag in flags if not any(_is_same(flag, other) for other in known))


def _flags(text: Text, span: tuple[int, int], *, folder: Path, labels: tuple[Label, ...]) -> Iterator[Finding]:
    likelihoods = asking(folder).likelihoods(text.original[slice(*span)])
    if len(likelihoods) != len(labels):
        raise Refused("tone_model_changed", path=folder)  # the manifest changed while the model ran
    for label, likelihood in zip(labels, likelihoods, strict=True):
        if label.tone is not None and likelihood >= label.threshold:
            yield found(f"tone:{label.tone}", span, sure=False, code="tone_model")


def _sentences(original: str) -> Iterator[tuple[int, int]]:
    """Each sentence or line, or a stretch of it when it is very long. Together they hold every word."""
    return (match.span() for match in _SENTENCE.finditer(original))


def _is_same(one: Finding, other: Finding) -> bool:
    return one.type == other.type and one.start < other.end and other.start < one.end
