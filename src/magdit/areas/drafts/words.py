"""The words of a draft, enciphered under its own key: the post, and what is written with each picture."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, decipher_all, encipher

MOST = 20_000  # signs of one post with all that stands beside its pictures


@dataclass(frozen=True, slots=True)
class Words:
    """The post itself, and the alt text of each picture by the id of its row."""

    text: str = ""
    alt: Mapping[str, str] = field(default_factory=dict)


def ref(draft: UUID) -> Ref:
    """A draft as the journal names it, and its key."""
    return Ref("bericht", str(draft))


def words_of(draft: Draft) -> Words:
    """What was written; nothing when the draft is empty or its key is gone."""
    if draft.sealed is None:
        return Words()
    opened = decipher(draft.board_id, ref(draft.pk), bytes(draft.sealed), label=_label(draft))
    if opened is None:
        raise Refused("file_gone")
    read = json.loads(opened)
    return Words(read["text"], read["alt"])


def words_of_all(drafts: Iterable[Draft]) -> dict[UUID, Words]:
    """The same of the drafts of one list, in one question; a draft of which the key is gone has none."""
    rows = {row.pk: row for row in drafts if row.sealed is not None}
    if not rows:
        return {}
    kept = {key: (ref(key), bytes(row.sealed or b""), _label(row)) for key, row in rows.items()}
    opened = decipher_all(next(iter(rows.values())).board_id, kept)
    read = {key: json.loads(data) for key, data in opened.items()}
    return {key: Words(one["text"], one["alt"]) for key, one in read.items()}


def seal_words(doing: Doing, draft: Draft, words: Words) -> bytes:
    """The words as they are kept; refused when they are longer than any post."""
    if len(words.text) + sum(map(len, words.alt.values())) > MOST:
        raise Refused("text_too_long", most=MOST)
    data = json.dumps({"text": words.text, "alt": dict(words.alt)}).encode()
    return encipher(doing, ref(draft.pk), data, label=_label(draft))


def name_of(picture: Picture) -> str:
    """How the file was called; a plain name when its key is gone."""
    opened = decipher(picture.draft.board_id, ref(picture.draft_id), bytes(picture.sealed_name), label=_name(picture))
    return f"{picture.kind}-{picture.order + 1}" if opened is None else opened.decode()


def seal_name(doing: Doing, picture: Picture, name: str) -> bytes:
    """A file name as it is kept: it may hold the name of a child."""
    return encipher(doing, ref(picture.draft_id), name.encode(errors="replace"), label=_name(picture))


def _label(draft: Draft) -> str:
    return f"woorden|{draft.pk}"


def _name(picture: Picture) -> str:
    return f"naam|{picture.pk}"
