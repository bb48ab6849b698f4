"""A post as it went out, kept so that it can be judged again when its draft is long gone. Plain data, enciphered.

The very same steps as for a draft: what was said of each face, what a person ticked, who could be in the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from magdit.areas.drafts.models import Draft, Picture, Publication
from magdit.areas.drafts.publication_words import kept_of
from magdit.areas.drafts.words import Words
from magdit.journeys.hand_in.judging import LAYER, Judging, judge_kept
from magdit.journeys.hand_in.leaves import CONSULTED
from magdit.journeys.publish.people_in import candidates, people_in
from magdit.wording.answer_json import answer_json

NOT_IN_IT = "nee"
OF_DRAFT = ("role", "medium", "for_school", "purpose", "told", "shortlist", "mends")
OF_PICTURE = (
    "order", "kind", "sha256", "width", "height", "seconds", "has_sound", "at_once", "look", "why_not", "faces",
)  # fmt: skip


def kept(judging: Judging) -> dict[str, Any]:
    """What is sealed with a publication: its words, its receipt, and the draft as it was judged."""
    row, people = judging.row, {*people_in(judging), *candidates(judging)}
    return {
        "text": judging.words.text,
        "receipt": _receipt(judging),
        "draft": {name: getattr(row, name) for name in OF_DRAFT}
        | {"id": str(row.pk), "author": str(row.author_id), "group": row.group_id and str(row.group_id)},
        "pictures": [
            {"id": str(one.pk), "alt": judging.words.alt.get(str(one.pk), "")}
            | {name: getattr(one, name) for name in OF_PICTURE}
            for one in judging.pictures
        ],
        "there": sorted(str(one) for one in people),
        "leaves": [dict(one) for one in judging.post.leaves or ()],
        "consulted": list(_texts(judging.post.told.get(CONSULTED))),
    }


def judge_publication(row: Publication, at: datetime) -> Judging:
    """Judge a post as it went out, with the answers and the rules of this moment."""
    told = kept_of(row)
    there = set(told["there"])
    pictures = [_picture(one) for one in told["pictures"]]
    words = Words(told["text"], {one["id"]: one["alt"] for one in told["pictures"]})
    others = (tuple(told["leaves"]), tuple(told["consulted"]))
    return judge_kept(_draft(row, told["draft"]), at, words=words, pictures=pictures, there=there, others=others)


def behind_faces(row: Publication) -> frozenset[UUID]:
    """Who may be behind its faces without a name: all who were there, but for whom it was said that they are not in it.

    Also who left the school since, whom nobody can look for any more: their no still counts.
    """
    if not row.rests_on.get("unnamed"):
        return frozenset()
    told = kept_of(row)
    said = told["draft"]["shortlist"].get("people", {})
    return frozenset(UUID(one) for one in told["there"] if said.get(one) != NOT_IN_IT)


def _draft(row: Publication, told: dict[str, Any]) -> Draft:
    """As it was; not saved, and never to be."""
    fields = {name: told[name] for name in OF_DRAFT}
    return Draft(
        pk=UUID(told["id"]), board_id=row.board_id, school=row.school, author_id=UUID(told["author"]),
        account=row.account, group_id=told["group"] and UUID(told["group"]), made_at=row.made_at,
        changed_at=row.made_at, **fields,
    )  # fmt: skip


def _picture(told: dict[str, Any]) -> Picture:
    return Picture(pk=UUID(told["id"]), **{name: told[name] for name in OF_PICTURE})


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        yield from (str(one) for one in value)


def _receipt(judging: Judging) -> dict[str, Any]:
    """Why it was allowed: the act as it was judged, without birth dates, and the whole answer."""
    judged = judging.judged
    shown = judged.act.get("in_beeld", ())
    people = [{name: value for name, value in one.items() if name != "geboortedatum"} for one in shown]
    act = {**judged.act, "in_beeld": people} if "in_beeld" in judged.act else dict(judged.act)
    packs = {ready.pack.id: ready.pack for ready in judging.book.packs}
    answer = answer_json(judged.answer, packs, protocol=judging.book.packs[0].pack.id, layer=LAYER)
    return {"verdict": judged.verdict, "act": act, "answer": answer}
