"""Are the keys of persons and cases still whole, and was every one that is gone destroyed in the open?"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from cryptography.fernet import MultiFernet
from django.db.models import Exists, OuterRef

from magdit.areas.journal import destroyed, sealing
from magdit.areas.journal.actions import DESTROYED
from magdit.areas.journal.finding import Finding
from magdit.areas.journal.models import Entry, FileKey
from magdit.areas.journal.refused import Refused


def key_findings(board: UUID) -> Iterator[Finding]:
    """Keys that cannot be opened, are destroyed without a line, or came back after they were destroyed."""
    told = set(Entry.objects.filter(board=board, verb=DESTROYED).values_list("object_kind", "object"))
    gone = {(one.file.kind, one.file.id) for one in destroyed.read(destroyed.path()) if one.board == board}
    master = sealing.wrapping()
    for row in FileKey.objects.filter(board=board).iterator():
        code = _wrong(row, told, gone, master)
        if code:
            yield Finding(code, board, facts={"file": f"{row.kind} {row.subject}"})
    there = Exists(FileKey.objects.filter(pk=OuterRef("key_id")))
    lost = Entry.objects.filter(~there, board=board, key_id__isnull=False)
    for number in lost.values_list("number", flat=True)[:20]:
        yield Finding("key_missing", board, number, number)


def _wrong(row: FileKey, told: set[tuple[str, str]], gone: set[tuple[str, str]], master: MultiFernet) -> str | None:
    whose = (row.kind, row.subject)
    if row.wrapped is None:
        return None if whose in told else "key_gone"
    if whose in told | gone:
        return "key_back"
    try:
        sealing.unwrapped(row, master)
    except Refused:
        return "key_broken"
    return None
