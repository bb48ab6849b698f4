"""Writing lines in the journal. Always inside the transaction of the change that the line tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.db import IntegrityError, transaction

from magdit.areas.journal import destroyed, key_files, sealing, witness
from magdit.areas.journal.allowed import check_ref, check_verb, plain
from magdit.areas.journal.canonical import FIRST, Line, as_details, mark_of
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Chain, Entry, FileKey

DESTROYED = "sleutel vernietigd"


@dataclass(frozen=True, slots=True)
class Told:
    """What one line is to tell; the same as the arguments of `record`."""

    verb: str
    about: Ref
    details: Mapping[str, Any] | None = None
    personal: Mapping[str, Any] | None = None
    file: Ref | None = None

    @property
    def under(self) -> Ref:
        """Under whose key the personal values go."""
        return self.file or self.about


def record(
    doing: Doing,
    verb: str,
    about: Ref,
    *,
    details: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
    file: Ref | None = None,
) -> Entry:
    """Add a line. `details` holds no personal value; `personal` is enciphered under the key of `file` (or `about`)."""
    return record_all(doing, [Told(verb, about, details, personal, file)])[0]


def seen(doing: Doing, about: Ref, what: str, *, details: Mapping[str, Any] | None = None) -> Entry:
    """Someone looked at something sensitive; `what` is the code of it ("adres", "dossier")."""
    return record(doing, "gezien", about, details={"wat": what, **(details or {})})


@transaction.atomic
def record_all(doing: Doing, told: Iterable[Told]) -> list[Entry]:
    """Add many lines with a few statements: for imports and rounds, where every change still has a line of its own."""
    lines = list(told)
    if not lines:
        return []
    check_all(doing, lines)
    chain = locked_chain(doing)
    keys = sealing.keys_of(doing, [line.under for line in lines if line.personal is not None])
    entries = list(_entries(doing, chain, lines, keys))
    Entry.objects.append(entries)
    chain.number, chain.mark = entries[-1].number, entries[-1].mark
    chain.save()
    witness.after_commit(doing.board, entries[0].number, entries[0].mark)
    return entries


@transaction.atomic
def destroy(doing: Doing, file: Ref) -> bool:
    """Destroy the key of a person or case, for good: nothing can be sealed under it either. False if it was already."""
    locked_chain(doing)
    row, _ = FileKey.objects.select_for_update().get_or_create(
        board=doing.board, kind=file.kind, subject=file.id, defaults={"made_at": doing.at}
    )
    if row.destroyed_at is not None:
        return False
    destroyed.overwrite(row, doing.at)
    record(doing, DESTROYED, file)
    destroyed.tell_outside_after_commit(row)
    return True


def check_all(doing: Doing, lines: list[Told]) -> None:
    """Refuse a line that names something by more than codes and opaque ids."""
    check_ref(doing.actor)
    for line in lines:
        check_verb(line.verb)
        check_ref(line.about)
        if line.file is not None:
            check_ref(line.file)


def locked_chain(doing: Doing) -> Chain:
    """The chain of this board, held until the end of the transaction. Another board's is not touched."""
    rows = Chain.objects.select_for_update().filter(board=doing.board)
    found = rows.first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            Chain.objects.create(board=doing.board, mark=FIRST)
    except IntegrityError:
        pass  # another process made it meanwhile; the next line waits for that one
    return rows.get()


def _entries(doing: Doing, chain: Chain, lines: list[Told], keys: Mapping[Ref, FileKey]) -> Iterator[Entry]:
    marking = key_files.chain_key(in_use=Entry.objects.exists)
    opened = sealing.unwrapped_all(keys)
    before = chain.mark
    for number, told in enumerate(lines, chain.number + 1):
        sealed, key_id = None, None
        if told.personal is not None:
            key_id = keys[told.under].pk
            label = sealing.label_of(doing.board, number)
            sealed = sealing.seal(opened[told.under], sealing.as_bytes(told.personal), label)
        line = Line(
            board=doing.board, number=number, at=doing.at.astimezone(UTC), actor_kind=doing.actor.kind,
            actor=doing.actor.id, verb=told.verb, object_kind=told.about.kind, object=told.about.id,
            details=as_details(plain(told.details or {}).items()), sealed=sealed, key_id=key_id, before=before, mark="",
        )  # fmt: skip
        before = mark_of(line, marking)
        yield Entry(**line._replace(mark=before)._asdict())
