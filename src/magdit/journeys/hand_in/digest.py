"""Everything of a draft that would go out, in one mark: who approved one mark did not approve another."""

from __future__ import annotations

import hashlib
import json

from magdit.journeys.hand_in.cleaning import made_by
from magdit.journeys.hand_in.judging import Judging


def digest_of(judging: Judging) -> str:
    """Its words, its pictures as they would be made, and where it goes; not when."""
    row = judging.row
    told = {
        "text": judging.words.text,
        "alt": {str(one.pk): judging.words.alt.get(str(one.pk), "") for one in judging.pictures},
        "pictures": [made_by(one, row) for one in judging.pictures],
        "to": [row.medium, str(row.account_id or ""), str(row.group_id or ""), row.for_school, row.role],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
