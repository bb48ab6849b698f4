"""What a publication keeps enciphered under its own key: its words, its receipt, and what is needed to judge it again.

The draft may be destroyed long before that, and its key with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from magdit.areas.drafts.models_out import Publication, PublishedPicture
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, decipher_all, encipher


def ref_out(publication: UUID) -> Ref:
    """A publication as the journal names it, and its key."""
    return Ref("publicatie", str(publication))


def seal_kept(doing: Doing, publication: UUID, kept: Mapping[str, Any]) -> bytes:
    """{"text", "receipt", "draft"} as it is kept."""
    return encipher(doing, ref_out(publication), json.dumps(dict(kept)).encode(), label=_label(publication))


def kept_of(row: Publication) -> dict[str, Any]:
    """What was sealed with a publication. Refused when its key is gone."""
    opened = decipher(row.board_id, ref_out(row.pk), bytes(row.sealed), label=_label(row.pk))
    if opened is None:
        raise Refused("publication_gone")
    return dict(json.loads(opened))


def kept_of_all(rows: Iterable[Publication]) -> dict[UUID, dict[str, Any]]:
    """The same of many, with one question a board; without those whose key is gone."""
    found: dict[UUID, dict[str, Any]] = {}
    listed = list(rows)
    for board in {row.board_id for row in listed}:
        sealed = {row.pk: (ref_out(row.pk), bytes(row.sealed), _label(row.pk)) for row in listed}
        found |= {pk: dict(json.loads(told)) for pk, told in decipher_all(board, sealed).items()}
    return found


def seal_alt(doing: Doing, publication: UUID, picture: UUID, alt: str) -> bytes:
    """What stands beside a picture for who cannot see it, as it is kept."""
    return encipher(doing, ref_out(publication), alt.encode(), label=_alt(picture))


def alt_of(picture: PublishedPicture) -> str:
    """What stands beside a picture; nothing when nobody wrote it or the key is gone."""
    if picture.sealed_alt is None:
        return ""
    row = picture.publication
    opened = decipher(row.board_id, ref_out(row.pk), bytes(picture.sealed_alt), label=_alt(picture.pk))
    return "" if opened is None else opened.decode()


def _label(publication: UUID) -> str:
    return f"publicatie|{publication}"


def _alt(picture: UUID) -> str:
    return f"alt|{picture}"
