"""Writing drafts: begun, changed, thrown away. Saved as one goes; a version keeps two editors from overwriting.

The journal hears what others must be able to trust later: that a draft began and ended, what a person confirmed, which
picture came and went. That someone typed a word is nobody's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.queries import editable_drafts
from magdit.areas.drafts.rules import OPEN, after_change, may_follow
from magdit.areas.drafts.words import Words, ref, seal_name, seal_words, words_of
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import acting_person, signed
from magdit.areas.registers.models import ChannelAccount

MOST_PICTURES = 40
# What a person says of all pictures at once: of one that comes later they said nothing.
OF_ALL_PICTURES = frozenset({"niemand_in_beeld", "alleen_met_toestemming", "niet_meer_herkenbaar", "bovenkleding"})
LOOKED = frozenset({"look", "why_not", "faces", "at_once", "hashes", "clean", "width", "height", "seconds"})
CHANGEABLE = frozenset({"role", "medium", "account", "group", "for_school", "purpose", "planned", "mends", "shortlist"})


@transaction.atomic
def begin(doing: Doing, school: School, author: Person, *, role: str, account: ChannelAccount | None = None) -> Draft:
    """An empty draft of someone, in the role in which they hand it in; for an account of the school, or none yet."""
    if school.board_id != doing.board or author.board_id != doing.board or acting_person(doing) != author.pk:
        raise Refused("not_yours")
    draft = Draft(board_id=doing.board, school=school, author=author, role=role, made_at=doing.at, changed_at=doing.at)
    draft.account, draft.medium = account, account.medium if account else ""
    draft.sealed = seal_words(doing, draft, Words())
    draft.save()
    record(doing, "bericht begonnen", ref(draft.pk))
    return draft


def held(doing: Doing, draft_id: UUID, *, version: int | None) -> Draft:
    """The draft, locked, for who may change it; refused when someone else changed it meanwhile or it is done."""
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board).first()
    mine = editable_drafts(person, doing.today).filter(pk=draft_id) if person else Draft.objects.none()
    row = Draft.objects.select_for_update(of=("self",)).filter(pk__in=mine.values("pk")).first()
    if row is None:
        raise Refused("not_yours")
    if row.state not in OPEN:
        raise Refused("draft_ended", state=row.state)
    if version is not None and row.version != version:
        raise Refused("draft_changed")
    return row


@transaction.atomic
def change(doing: Doing, draft_id: UUID, *, version: int, words: Words | None = None, **fields: Any) -> Draft:
    """Save what was changed; nothing is written when nothing is different."""
    row = held(doing, draft_id, version=version)
    unknown = set(fields) - CHANGEABLE
    if unknown:
        raise TypeError(f"no such field of a draft: {sorted(unknown)}")
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if words is not None and words != words_of(row):
        changed["sealed"] = seal_words(doing, row, words)
    return edited(doing, row, **changed) if changed else row


@transaction.atomic
def confirm(doing: Doing, draft_id: UUID, *, version: int, fact: str, value: Any) -> Draft:
    """What a person says of an open question, with who and when; `None` takes it back."""
    row = held(doing, draft_id, version=version)
    said: dict[str, Any] = {"value": value, **signed(doing)}
    told = {name: one for name, one in row.told.items() if name != fact} | ({} if value is None else {fact: said})
    if told.get(fact, {}).get("value") == row.told.get(fact, {}).get("value"):
        return row
    record(doing, "bevestigd", ref(row.pk), details={"feit": fact, "waarde": value})
    return touched(doing, row, told=told)


@transaction.atomic
def add_picture(doing: Doing, draft_id: UUID, picture: Picture, *, name: str) -> Picture:
    """Put a picture in the draft whose file is kept already; the same file twice is one picture."""
    row = held(doing, draft_id, version=None)
    twin = row.pictures.filter(sha256=picture.sha256, gone_at=None).first()
    if twin is not None:
        return twin
    if row.pictures.count() >= MOST_PICTURES:
        raise Refused("too_many_pictures", most=MOST_PICTURES)
    picture.draft, picture.made_at = row, doing.at
    picture.order = max(row.pictures.values_list("order", flat=True), default=-1) + 1
    picture.sealed_name = seal_name(doing, picture, name)
    picture.save(force_insert=True)
    record(doing, "beeld toegevoegd", ref(row.pk), details={"beeld": picture.pk, "merk": picture.sha256})
    edited(doing, row, told={fact: one for fact, one in row.told.items() if fact not in OF_ALL_PICTURES})
    return picture


@transaction.atomic
def remove_picture(doing: Doing, draft_id: UUID, picture_id: UUID, *, version: int) -> Draft:
    """Take a picture out of the draft, and its file away."""
    row = held(doing, draft_id, version=version)
    picture = row.pictures.filter(pk=picture_id).first()
    if picture is None:
        raise Refused("not_yours")
    picture.delete()
    transaction.on_commit(lambda: files.remove(picture_id), robust=True)
    record(doing, "beeld weggelaten", ref(row.pk), details={"beeld": picture_id})
    return edited(doing, row)


@transaction.atomic
def set_faces(doing: Doing, picture: Picture, faces: list[dict[str, Any]], *, version: int) -> Draft:
    """Keep where faces are and what was said of them."""
    row = held(doing, picture.draft_id, version=version)
    Picture.objects.filter(pk=picture.pk, draft=row).update(faces=faces)
    return edited(doing, row)


@transaction.atomic
def keep_look(doing: Doing, picture: Picture, **seen: Any) -> None:
    """What a look at a picture found. Not a change by its author: whoever edits meanwhile is not disturbed."""
    unknown = set(seen) - LOOKED
    if unknown:
        raise TypeError(f"a look does not find {sorted(unknown)}")
    Picture.objects.filter(pk=picture.pk, draft__board=doing.board).update(**seen)


@transaction.atomic
def go_to(doing: Doing, row: Draft, state: str, *, verb: str, details: Mapping[str, Any] | None = None) -> Draft:
    """Bring a locked draft to its next state."""
    if not may_follow(row.state, state):
        raise Refused("draft_not_now", state=row.state)
    row.state, row.changed_at, row.version = state, doing.at, row.version + 1
    row.ended_at = doing.at if state in ("geplaatst", "weggegooid", "verlopen") else None
    row.save(update_fields=["state", "changed_at", "version", "ended_at"])
    record(doing, verb, ref(row.pk), details=details)
    return row


@transaction.atomic
def throw_away(doing: Doing, draft_id: UUID, *, version: int) -> Draft:
    """Throw a draft away, its pictures too."""
    row = held(doing, draft_id, version=version)
    pictures = list(row.pictures.values_list("pk", flat=True))
    transaction.on_commit(lambda: files.remove_all(pictures), robust=True)
    row.pictures.update(gone_at=doing.at)
    return go_to(doing, row, "weggegooid", verb="weggegooid")


def edited(doing: Doing, row: Draft, **fields: Any) -> Draft:
    """The same for what goes out itself: whoever changed that last does not approve it."""
    return touched(doing, row, edited_by_id=acting_person(doing), **fields)


def shortlist(doing: Doing, row: Draft, people: Mapping[str, str]) -> dict[str, Any]:
    """What was said of each child, on what channel and for which class, by whom and when: as `Draft.shortlist`."""
    group = str(row.group_id) if row.group_id else None
    return {"medium": row.medium, "group": group, "people": people, **signed(doing)}


def touched(doing: Doing, row: Draft, **fields: Any) -> Draft:
    """Save these fields of a locked draft; approval was of what it was before."""
    for name, value in fields.items():
        setattr(row, name, value)
    row.version, row.changed_at, row.state = row.version + 1, doing.at, after_change(row.state)
    row.save(update_fields=[*fields, "version", "changed_at", "state"])
    return row
