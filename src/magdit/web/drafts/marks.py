"""A short mark of each part of a draft: by these a form that stood open tells what changed meanwhile, and what did not.

Another photo that came in is no reason to refuse the text that someone typed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words, words_of

FIELD = "marks"
TEXT, WHERE, PICTURES, SAID = "text", "where", "pictures", "said"


def marks_of(row: Draft, words: Words, pictures: Iterable[Picture]) -> dict[str, str]:
    """Of each part a mark, as it stands now."""
    parts = {
        TEXT: [words.text, dict(words.alt)],
        WHERE: [
            row.medium, str(row.account_id), str(row.group_id), str(row.planned), row.role, row.for_school, row.purpose,
        ],
        PICTURES: [[str(one.pk), one.faces] for one in pictures],
        SAID: [row.told, row.shortlist],
    }  # fmt: skip
    return {name: _mark(part) for name, part in parts.items()}


def changed_since(before: str, now: Mapping[str, str]) -> tuple[str, ...]:
    """The parts, in words, that are otherwise than when this form was shown."""
    said = {
        TEXT: _("de tekst"), WHERE: _("waar het naartoe gaat"), PICTURES: _("de foto's"), SAID: _("de antwoorden"),
    }  # fmt: skip
    known = _read(before)
    return tuple(said[name] for name, mark in now.items() if name in known and known[name] != mark)


def version_for(part: str, before: str, row: Draft, *, version: int) -> int:
    """The version to save this part on: the one of now, when this part is still as this form showed it."""
    now = marks_of(row, words_of(row), row.pictures.filter(gone_at=None).order_by("order"))
    return row.version if _read(before).get(part) == now[part] else version


def _read(before: str) -> Mapping[str, str]:
    try:
        known = json.loads(before)
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}


def _mark(part: object) -> str:
    return hashlib.sha256(json.dumps(part, sort_keys=True, default=str).encode()).hexdigest()[:8]
