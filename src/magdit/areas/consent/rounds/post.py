"""What still has to be sent, sent: each letter written at the moment it leaves, by e-mail or as paper for the office.

A letter that fails stays in the tray with the kind of fault (never an address), and is tried again. Sending twice is
possible when a process dies between sending and noting; not sending is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from magdit.areas.consent.models import Letter
from magdit.areas.consent.rounds.actions import OFFICE
from magdit.areas.consent.rounds.letter_values import letter_values
from magdit.areas.consent.rounds.letters import Kind, LetterValues, leads_in, letter_mail, letter_pdf, letters_pdf
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.actions.ways_in import Way, take_back, ways_in
from magdit.areas.people.models import School
from magdit.areas.people.rights import require

MOST_TRIES = 5
NOT_SENT = "niet verstuurd"
NOTHING_LEFT = "niet meer nodig"


def letters_of(school: School) -> QuerySet[Letter]:
    """The letters of a school, sent or not.

    A question of a round belongs to the school of that round, also when it is about someone who works for all schools
    of the board; a birthday belongs to the school of the pupil.
    """
    pupils = school.role_set.filter(role="leerling").values("person")
    here = Q(request__round__school=school) | Q(request__round=None, request__person__in=pupils)
    return Letter.objects.filter(here)


def tray(school: School) -> QuerySet[Letter]:
    """The letters of a school that were not sent yet, oldest first."""
    waiting = letters_of(school).filter(sent_at=None, request__ended_at=None)
    return waiting.select_related("request__person", "request__asked", "request__round").order_by("made_at", "pk")


def deliver(doing: Doing, school: School, *, most: int | None = None) -> tuple[int, int]:
    """Send what can go by e-mail, or the `most` oldest of it. Answers how many were sent, and how many failed now."""
    require(doing, OFFICE, school=school)
    waiting = list(tray(school).filter(tried__lt=MOST_TRIES).exclude(request__asked__email="")[:most])
    written = _written(doing, school, waiting)
    went: set[Way] = set()
    sent = failed = 0
    for one in waiting:
        if one.pk not in written:
            _note(one, doing, fault=NOTHING_LEFT)
        elif _send(one, written[one.pk]):
            _note(one, doing)
            went |= _ways([written[one.pk]])
            sent += 1
        else:
            _note(one, doing, fault=NOT_SENT)
            failed += 1
    take_back(_ways(written.values()) - went)
    if sent or failed:
        _journal(doing, school, sent=sent, failed=failed)
    return sent, failed


def print_out(doing: Doing, school: School, *, most: int | None = None) -> dict[str, bytes]:
    """The letters for people without an e-mail address, each as PDF under a name that tells nothing; noted as sent.

    `most`: only so many, the oldest first; the rest stays in the tray. What a colleague printed meanwhile is left out.
    """
    waiting, written = _for_paper(doing, school, most)
    made = {one.pk: letter_pdf(_kind(one), written[one.pk]) for one in waiting if one.pk in written}
    with transaction.atomic():  # after the typesetting, so that nobody waits for that
        mine = _printed(doing, school, waiting, written)
        return {f"{one.kind}-{one.pk}.pdf": made[one.pk] for one in mine}


def print_together(doing: Doing, school: School, *, most: int | None = None) -> tuple[bytes, int]:
    """The same as one PDF, class by class, and how many letters are in it."""
    waiting, written = _for_paper(doing, school, most)
    ready = _by_class((one for one in waiting if one.pk in written), written)
    made = letters_pdf([(_kind(one), written[one.pk]) for one in ready]) if ready else b""
    with transaction.atomic():
        mine = _by_class(_printed(doing, school, waiting, written), written)
        if mine and len(mine) < len(ready):  # a colleague printed some of them meanwhile
            made = letters_pdf([(_kind(one), written[one.pk]) for one in mine])
    return (made, len(mine)) if mine else (b"", 0)


@transaction.atomic
def try_again(doing: Doing, school: School) -> int:
    """Let the letters that failed too often go once more: an address was mended. Answers how many."""
    require(doing, OFFICE, school=school)
    stuck = list(tray(school).filter(tried__gte=MOST_TRIES).values_list("pk", flat=True))
    Letter.objects.filter(pk__in=stuck).update(tried=0)
    if stuck:
        record(doing, "berichten opnieuw", Ref("school", str(school.pk)), details={"aantal": len(stuck)})
    return len(stuck)


def last_printed(school: School) -> tuple[QuerySet[Letter], datetime] | None:
    """The letters that left on paper the last time, and when that was."""
    on_paper = letters_of(school).filter(request__asked__email="", failed="").exclude(sent_at=None)
    newest = on_paper.order_by("-sent_at").first()
    if newest is None or newest.sent_at is None:
        return None
    return on_paper.filter(sent_at=newest.sent_at), newest.sent_at


@transaction.atomic
def lay_back(doing: Doing, school: School) -> int:
    """Let the letters that were printed last wait again: the file never came. Answers how many; once is enough.

    Their codes are made anew when they are printed; those on a paper that did come keep working.
    """
    require(doing, OFFICE, school=school)
    last = last_printed(school)
    ids = [] if last is None else list(last[0].filter(request__ended_at=None).values_list("pk", flat=True))
    Letter.objects.filter(pk__in=ids).update(sent_at=None)
    if ids:
        record(doing, "brieven teruggelegd", Ref("school", str(school.pk)), details={"aantal": len(ids)})
    return len(ids)


def _for_paper(doing: Doing, school: School, most: int | None) -> tuple[list[Letter], Mapping[UUID, LetterValues]]:
    require(doing, OFFICE, school=school)
    waiting = list(tray(school).filter(request__asked__email="")[:most])
    return waiting, _written(doing, school, waiting, on_paper=True)


def _written(
    doing: Doing, school: School, waiting: Iterable[Letter], *, on_paper: bool = False
) -> Mapping[UUID, LetterValues]:
    """What each letter says, with the way in of its reader: made now, and kept nowhere else."""
    listed = list(waiting)
    values = letter_values(doing, school, listed)
    asks = [one for one in listed if one.pk in values and leads_in(_kind(one), values[one.pk].audience)]
    ways = ways_in(doing, [one.request.asked for one in asks], on_paper=on_paper)
    return {
        one.pk: replace(values[one.pk], way=ways.get(one.request.asked_id), on_paper=on_paper)
        for one in listed
        if one.pk in values
    }


def _printed(
    doing: Doing, school: School, waiting: Iterable[Letter], written: Mapping[UUID, LetterValues]
) -> list[Letter]:
    """Note these as printed, those that nobody printed meanwhile; answers what is left."""
    listed = list(waiting)
    mine = Letter.objects.select_for_update().filter(pk__in=[one.pk for one in listed], sent_at=None)
    still = set(mine.values_list("pk", flat=True))
    here = [one for one in listed if one.pk in still]
    for one in here:
        _note(one, doing, fault="" if one.pk in written else NOTHING_LEFT)
    printed = [one for one in here if one.pk in written]
    take_back(_ways(written.values()) - _ways(written[one.pk] for one in printed))
    if printed:
        _journal(doing, school, sent=len(printed), failed=0)
    return printed


def _by_class(letters: Iterable[Letter], written: Mapping[UUID, LetterValues]) -> list[Letter]:
    def place(one: Letter) -> tuple[bool, str, str, str]:
        values = written[one.pk]
        return not values.klass, values.klass, values.child, values.reader

    return sorted(letters, key=place)


def _ways(written: Iterable[LetterValues]) -> set[Way]:
    return {one.way for one in written if one.way is not None and one.way.token}


def _send(waiting: Letter, values: LetterValues) -> bool:
    mail = letter_mail(_kind(waiting), values, to=waiting.request.asked.email)
    try:
        return bool(mail.send())
    except OSError:  # every fault of the line or of the server on the other side; those of smtplib are OSErrors too
        return False


def _kind(waiting: Letter) -> Kind:
    return cast(Kind, waiting.kind)


def _note(waiting: Letter, doing: Doing, *, fault: str = "") -> None:
    """Note how it went. What there is nothing left to say about counts as dealt with."""
    waiting.failed = fault
    waiting.tried += 1
    waiting.sent_at = None if fault == NOT_SENT else doing.at
    waiting.save(update_fields=["failed", "tried", "sent_at"])


def _journal(doing: Doing, school: School, *, sent: int, failed: int) -> None:
    record(doing, "berichten verstuurd", Ref("school", str(school.pk)), details={"verstuurd": sent, "mislukt": failed})
