"""What was asked and answered about a draft, enciphered under the key of that draft."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from magdit.areas.drafts.asking_rules import MOST_QUESTION
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Approval, Doubt, Waiting
from magdit.areas.drafts.words import ref
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, decipher_all, encipher


def seal(doing: Doing, row: Doubt | Approval, draft: Draft, said: Mapping[str, Any]) -> bytes:
    """These words as they are kept."""
    return encipher(doing, ref(draft.pk), json.dumps(said).encode(), label=_label(row))


def said_in(row: Doubt | Approval) -> dict[str, Any]:
    """What was asked and answered; nothing when the key is gone."""
    opened = decipher(row.draft.board_id, ref(row.draft_id), bytes(row.sealed), label=_label(row))
    read: dict[str, Any] = {} if opened is None else json.loads(opened)
    return read


def said_in_all(rows: Iterable[Waiting]) -> dict[UUID, dict[str, Any]]:
    """The same of many, of one board, in one question; nothing of a wish of a family, or when the key is gone."""
    sealed = [row for row in rows if isinstance(row, (Doubt, Approval))]
    if not sealed:
        return {}
    kept = {row.pk: (ref(row.draft_id), bytes(row.sealed), _label(row)) for row in sealed}
    return {key: json.loads(data) for key, data in decipher_all(sealed[0].draft.board_id, kept).items()}


def written(text: str, *, needed: bool = True) -> str:
    """What someone typed, without blanks around it; refused when it is empty though it may not be, or too long."""
    plain = text.strip()
    if needed and not plain:
        raise Refused("no_words")
    if len(plain) > MOST_QUESTION:
        raise Refused("text_too_long", most=MOST_QUESTION)
    return plain


def _label(row: Doubt | Approval) -> str:
    return f"gevraagd|{row.pk}"
