"""A publication as a connector gets it: finished words and clean copies, read piece by piece under a plain name."""

from __future__ import annotations

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publication_words import alt_of, kept_of, ref_out
from magdit.areas.drafts.rules_out import title_of
from magdit.connectors.connector import Connector, OutPicture, Post, Trouble, connectors
from magdit.journeys.hand_in.remembered import ENDINGS


def post_of(row: Publication) -> Post:
    """The post, with its pictures to read."""
    text = str(kept_of(row)["text"])
    pictures = []
    for one in row.pictures.filter(gone_at=None):
        name = f"{one.kind}-{one.order + 1}.{ENDINGS[one.kind]}"
        file = files.made_file(row.board_id, ref_out(row.pk), one.pk, files.CLEAN, name=name)
        pictures.append(OutPicture(file, one.kind, alt_of(one), one.sha256))
    return Post(row.key, title_of(text, otherwise=row.school.name), text, tuple(pictures))


def connector_of(row: Publication) -> Connector:
    """Who places this. Trouble when it is not installed (any more)."""
    found = connectors().get(row.account.connector) if row.account else None
    if found is None:
        raise Trouble("connector_missing", again=False)
    return found
