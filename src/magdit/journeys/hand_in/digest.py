"""Everything of a draft that would go out, in one mark: who approved one mark did not approve another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import Words
from magdit.journeys.hand_in.cleaning import made_by

if TYPE_CHECKING:  # judging asks for the mark itself
    from magdit.journeys.hand_in.judging import Judging


def digest_of(judging: Judging) -> str:
    """Its words, its pictures as they would be made, and where it goes; not when."""
    return mark_of(judging.row, judging.words, judging.pictures)


def mark_of(row: Draft, words: Words, pictures: Iterable[Picture]) -> str:
    """The same of a draft that is not judged yet."""
    shown = list(pictures)
    told = {
        "text": words.text,
        "alt": {str(one.pk): words.alt.get(str(one.pk), "") for one in shown},
        "pictures": [made_by(one, row) for one in shown],
        "to": [row.medium, str(row.account_id or ""), str(row.group_id or ""), row.for_school, row.role],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
