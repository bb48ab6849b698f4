"""One row beside what was told of it: which fields differ, and from when until when it holds now. Pure."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from magdit.areas.people.imports.delivery import DeliveredPerson
from magdit.areas.people.imports.known import KnownPerson

NEVER = date.min
Period = tuple[date | None, date | None]


class Lasting(Protocol):
    """Something from a day until a day, both inside."""

    @property
    def begins(self) -> date | None: ...
    @property
    def ends(self) -> date | None: ...


def is_running(ends: date | None, day: date, *, inside: bool = True) -> bool:
    """Whether it has not ended by this day. `inside`: the last day itself still counts."""
    return ends is None or (ends >= day if inside else ends > day)


def other_fields(
    person: DeliveredPerson, known: KnownPerson, *, as_of: date, ended: date | None
) -> dict[str, tuple[object, object]]:
    """The fields that were told otherwise. Empty never erases, and a shield is only ever put up."""
    told: dict[str, object] = {}
    if not person.gone:
        told = {"first": person.first, "called": person.called, "last": person.last, "born": person.born}
        told |= {"email": person.email, "institution": person.institution, "shielded": person.shielded or None}
        if person.last and person.infix is not None and person.infix != known.infix:
            told["infix"] = person.infix
    fields = {
        name: (getattr(known, name), value)
        for name, value in told.items()
        if value is not None and (value != "" or name == "infix") and value != getattr(known, name)
    }
    left = _left_on(person, known, as_of=as_of, ended=ended)
    if left != known.left_on:
        fields["left_on"] = (known.left_on, left)
    return fields


def _left_on(person: DeliveredPerson, known: KnownPerson, *, as_of: date, ended: date | None) -> date | None:
    """The day of leaving: when the last role was told to end, and no longer when a role begins after it."""
    if ended is not None:
        return known.left_on or ended
    back = any(not role.gone and is_running(role.ends, as_of) for role in person.roles) and not person.gone
    if known.left_on is not None and back and known.left_on < as_of:
        return None
    return known.left_on


def ended_on(day: date, now: Lasting) -> Period | None:
    """The period when it ends on a day, or None when it had ended; what is yet to begin ends on its own first day."""
    last = max(day, now.begins or NEVER)
    return (now.begins, last) if is_running(now.ends, last, inside=False) else None


def new_period(
    begins: date | None, ends: date | None, *, gone: bool, as_of: date, now: Lasting | None
) -> Period | None:
    """From when until when it holds after this delivery, or None when that stays as it is."""
    if now is None:
        return None if gone else (begins, ends)
    if gone:
        return ended_on(as_of, now)
    first = now.begins if begins is None else begins
    past = now.ends is not None and now.ends < as_of
    last = ends if ends is not None else (None if past else now.ends)
    return None if (first, last) == (now.begins, now.ends) else (first, last)
