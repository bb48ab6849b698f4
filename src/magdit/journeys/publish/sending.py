"""Sending a draft out: judged once more with everyone in it locked, and made a publication in one transaction.

Copies are made before, for that takes long. Whoever withdraws a yes meanwhile waits for this, or this for them. What
is planned for later only says so: it is sent, and judged, when its moment comes (`planned`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from magdit.areas.drafts import files
from magdit.areas.drafts.actions import go_to, held, keep_look
from magdit.areas.drafts.clause_codes import clause_code
from magdit.areas.drafts.models import Draft, Picture, Publication, PublishedPicture
from magdit.areas.drafts.publication_words import ref_out, seal_alt, seal_kept
from magdit.areas.drafts.queries import editable_drafts
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person, signed
from magdit.areas.registers.actions import show
from magdit.areas.registers.channels_queries import agreement_of
from magdit.check.draft.look import Eyes
from magdit.journeys.hand_in.cleaning import clean_all, is_clean
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import Judging, judge_draft
from magdit.journeys.publish.allowed import (
    LOOKED_AT,
    approver_of,
    is_by_hand,
    judged_to_go,
    refuse_unless_it_may,
    require_sender,
)
from magdit.journeys.publish.people_in import answers_rested_on, by_covers, candidates, people_in
from magdit.journeys.publish.remembered import kept

SENT = ("ingepland", "geplaatst")


def publish(
    doing: Doing, draft_id: UUID, *, version: int, looked_at: Collection[str] = (), eyes: Eyes | None = None
) -> Draft:
    """Send a draft out, now or at the moment for which it is planned; sent twice is sent once.

    `looked_at`: the open questions of the verdict (`to_look_at`) at which the sender says to have looked. The answer
    is the draft; what went out is its `publication`, which is not there yet for what is planned.
    """
    sent = _sent_before(doing, draft_id)
    if sent is not None:
        return sent
    with transaction.atomic():
        row = held(doing, draft_id, version=version)
        require_sender(doing, row)
        judging = judge_draft(row, doing.at)
        _say_looked(doing, row, looked_at, mark=digest_of(judging))
        refuse_unless_it_may(judging)
    if (row.planned is not None and row.planned > doing.at) or takes_long(row):
        return _plan(doing, draft_id, version=version)
    return send(doing, row, version=version, eyes=eyes)


def send(doing: Doing, row: Draft, *, version: int, eyes: Eyes | None = None) -> Draft:
    """Make a publication of a draft that is due, with the copies of its pictures under a key of its own."""
    _clean(doing, row, eyes)
    made = {picture: uuid4() for picture in row.pictures.filter(gone_at=None)}
    publication = uuid4()
    try:
        for picture, copy in made.items():
            parts = files.made(row.board_id, ref(row.pk), picture.pk, files.CLEAN)
            files.keep_made(doing, ref_out(publication), copy, files.CLEAN, _as_looked_at(doing, picture, parts))
        with transaction.atomic():
            copies = {picture.pk: copy for picture, copy in made.items()}
            return _sent(doing, row, version=version, publication=publication, copies=copies)
    except BaseException:
        files.remove_all(made.values())
        raise


def takes_long(row: Draft) -> bool:
    """Whether its copies take longer to make than a page waits: then it is sent as if it were planned for now."""
    return any(one.kind != "foto" and not is_clean(one, row) for one in row.pictures.filter(gone_at=None))


def _as_looked_at(doing: Doing, picture: Picture, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The copy that was looked at; one that another page made meanwhile, of other faces, is made anew."""
    mark = hashlib.sha256()
    for part in parts:
        mark.update(part)
        yield part
    if mark.hexdigest() != picture.clean["sha256"]:
        keep_look(doing, picture, clean={**picture.clean, "of": ""})
        raise Refused("draft_changed")


@transaction.atomic
def _plan(doing: Doing, draft_id: UUID, *, version: int) -> Draft:
    """Approved and allowed at its moment: it waits for that."""
    row = held(doing, draft_id, version=version)
    approver_of(judged_to_go(doing, row))
    if row.planned is None or row.planned < doing.at:
        row.planned = doing.at
        row.save(update_fields=["planned"])
    details = {"moment": row.planned, "kanaal": row.medium or None}
    return go_to(doing, row, "ingepland", verb="ingepland", details={k: v for k, v in details.items() if v})


def _sent_before(doing: Doing, draft_id: UUID) -> Draft | None:
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board).first()
    theirs = editable_drafts(person, doing.today) if person else Draft.objects.none()
    return theirs.filter(pk=draft_id, state__in=SENT).first()


def _clean(doing: Doing, row: Draft, eyes: Eyes | None) -> None:
    surprising = clean_all(doing, row, eyes=eyes)
    if surprising:
        raise Refused("copy_shows_more", count=len(surprising))


def _sent(doing: Doing, row: Draft, *, version: int, publication: UUID, copies: Mapping[UUID, UUID]) -> Draft:
    row = _locked(doing, row, version=version)
    require_sender(doing, row)
    judging = judged_to_go(doing, row)
    approver = approver_of(judging)
    if {one.pk for one in judging.pictures} != set(copies) or not all(is_clean(one, row) for one in judging.pictures):
        raise Refused("draft_changed")
    made = _publication(doing, judging, publication, approver)
    _pictures(doing, made, judging, copies)
    for covers, people in by_covers(people_in(judging)).items():
        show(
            doing, row.school, people, publication=publication, channel=made.medium, covers=covers,
            purpose=row.purpose, may=lambda _locked: judging.may_go,
        )  # fmt: skip
    record(doing, "gepubliceerd", ref_out(publication), details=_told(made))
    return go_to(doing, row, "geplaatst", verb="verstuurd", details={"publicatie": publication})


def _locked(doing: Doing, row: Draft, *, version: int) -> Draft:
    """The draft, locked: for who may change it, or for the worker when its moment has come."""
    if doing.actor.kind == "persoon":
        return held(doing, row.pk, version=version)
    rows = Draft.objects.select_for_update(of=("self",)).select_related("school__board", "account")
    found = rows.filter(pk=row.pk, board=doing.board, state="ingepland", version=version).first()
    if found is None:
        raise Refused("draft_changed")
    return found


def _publication(doing: Doing, judging: Judging, publication: UUID, approver: Person | None) -> Publication:
    row, account = judging.row, judging.row.account
    return Publication.objects.create(
        pk=publication, board_id=row.board_id, school=row.school, draft=row, account=account,
        medium=judging.post.medium, audience=account.audience if account else "openbaar",
        groups=[str(row.group_id)] if row.group_id else [], author_id=row.author_id, approved_by=approver,
        key=uuid4().hex, next_try=None if is_by_hand(account) else doing.at, rests_on=_rests_on(doing, judging),
        sealed=seal_kept(doing, publication, kept(judging)), circulation=account.circulation if account else None,
        made_at=doing.at, judged_at=doing.at,
    )  # fmt: skip


def _rests_on(doing: Doing, judging: Judging) -> dict[str, Any]:
    answer, row = judging.judged.answer, judging.row
    pack = answer.packs[0]
    return {
        "pack": pack["id"], "version": pack["versie"], "hash": pack["hash"], "clauses": list(answer.clauses),
        "unnamed": bool(candidates(judging)),
        "purpose": row.purpose, "until": answer.valid_until.isoformat() if answer.valid_until else None,
        "consents": answers_rested_on(
            row.school, people_in(judging), channel=judging.post.medium, purpose=row.purpose, on=doing.today
        ),
        "agreement": agreement_of(row.account, doing.today) if row.account else "",
    }  # fmt: skip


def _pictures(doing: Doing, made: Publication, judging: Judging, copies: Mapping[UUID, UUID]) -> None:
    for one in judging.pictures:
        alt = judging.words.alt.get(str(one.pk), "")
        PublishedPicture.objects.create(
            pk=copies[one.pk], publication=made, order=one.order, kind=one.kind, sha256=one.clean["sha256"],
            width=one.clean.get("width", one.width), height=one.clean.get("height", one.height),
            hashes=one.clean.get("hashes", []), original_hashes=one.hashes,
            sealed_alt=seal_alt(doing, made.pk, copies[one.pk], alt) if alt else None,
        )  # fmt: skip


def _say_looked(doing: Doing, row: Draft, looked_at: Collection[str], *, mark: str) -> None:
    """Keep that the sender looked, with who and when, and at what. No change of the post: what was approved stays."""
    before = row.told.get(LOOKED_AT, {})
    known = set(before.get("value") or ()) if before.get("of") == mark else set[str]()
    if set(looked_at) <= known:
        return
    said = {"value": sorted(known | set(looked_at)), "of": mark, **signed(doing)}
    row.told = {**row.told, LOOKED_AT: said}
    row.save(update_fields=["told"])
    record(doing, "nagekeken", ref(row.pk), details={"feiten": said["value"]})


def _told(made: Publication) -> dict[str, Any]:
    rests = made.rests_on
    clauses = [code for code in map(clause_code, rests["clauses"]) if code]
    return {"kanaal": made.medium, "protocol": rests["pack"], "merk": rests["hash"], "artikelen": clauses}
