"""Very many lines at once: everything about them that does not hang on their place in the chain is made ready before.

What is left for the transaction: the number, the seal over it, and the mark. Until that is done every other writer of
this board waits, so this is the last thing that an import does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

from magdit.areas.journal import key_files, sealing, witness
from magdit.areas.journal.actions import Told, check_all, locked_chain
from magdit.areas.journal.allowed import plain
from magdit.areas.journal.canonical import Line, as_details, mark_of
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Chain, Entry
from magdit.areas.journal.rows import NewRows, Values, prepared


@dataclass(frozen=True, slots=True)
class ReadyLines:
    """Lines that were looked through, with what they need to be sealed. Nothing of it is written yet."""

    lines: tuple[tuple[Told, str, bytes | None], ...]  # with its details and personal values as they are kept
    keys: sealing.ReadyKeys


def ready_lines(doing: Doing, told: Iterable[Told]) -> ReadyLines:
    """Look lines through, and make the keys that they will need. Writes nothing."""
    lines = list(told)
    check_all(doing, lines)
    under = [line.under for line in lines if line.personal is not None]
    made = tuple(
        (line, as_details(plain(line.details or {}).items()),
         None if line.personal is None else sealing.as_bytes(line.personal))
        for line in lines
    )  # fmt: skip
    return ReadyLines(made, sealing.ready_keys(doing, under))


def where(board: UUID) -> int:
    """The number of the last line of a board: who looks first and writes later asks it before looking."""
    return Chain.objects.filter(board=board).values_list("number", flat=True).first() or 0


def verbs_since(board: UUID, number: int) -> set[str]:
    """What was done for a board after a line; nothing when that is still the last."""
    if where(board) == number:
        return set()
    return set(
        Entry.objects.filter(board=board, number__gt=number).order_by().values_list("verb", flat=True).distinct()
    )


def hold(doing: Doing) -> None:
    """Let nobody else write for this board until the end of the transaction."""
    locked_chain(doing)


def record_ready(doing: Doing, ready: ReadyLines) -> None:
    """Add the lines, inside the transaction of what they tell of."""
    if not ready.lines:
        return
    chain = locked_chain(doing)
    first = chain.number + 1
    opened = sealing.opened_keys(doing, ready.keys)
    lines = list(_lines(doing, chain, ready, opened))
    fields = {str(field.attname): field for field in Entry._meta.local_concrete_fields}
    board, at = prepared(fields["board"], doing.board), prepared(fields["at"], doing.at)
    columns = tuple(str(fields[name].column) for name in Line._fields)
    rows: list[Values] = [(board, line.number, at, *line[3:]) for line in lines]
    NewRows(Entry._meta.db_table, columns, rows).write()
    chain.number, chain.mark = lines[-1].number, lines[-1].mark
    chain.save()
    witness.after_commit(doing.board, first, lines[0].mark)


def _lines(doing: Doing, chain: Chain, ready: ReadyLines, opened: dict[Ref, tuple[int, bytes]]) -> Iterator[Line]:
    marking = key_files.chain_key(in_use=Entry.objects.exists)
    before, at = chain.mark, doing.at.astimezone(UTC)
    for number, (told, details, personal) in enumerate(ready.lines, chain.number + 1):
        sealed, key_id = None, None
        if personal is not None:
            key_id, key = opened[told.under]
            sealed = sealing.seal(key, personal, sealing.label_of(doing.board, number))
        line = Line(
            board=doing.board, number=number, at=at, actor_kind=doing.actor.kind, actor=doing.actor.id,
            verb=told.verb, object_kind=told.about.kind, object=told.about.id, details=details, sealed=sealed,
            key_id=key_id, before=before, mark="",
        )  # fmt: skip
        before = mark_of(line, marking)
        yield line._replace(mark=before)
