"""What the nightly destroys: what the calendars of the schools say is due, and what a crash left of files."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from magdit.areas.drafts import files
from magdit.areas.drafts.destroying import destroy_due
from magdit.areas.drafts.models import Picture, PublishedPicture
from magdit.areas.people.models import School
from magdit.journeys.nightly import doings

LEFT_ALONE = timedelta(days=1)  # what is younger may be in use


def destroy_what_is_due(at: datetime) -> int:
    """What is due in every school and not held; how much."""
    return sum(
        destroy_due(doing, school)
        for doing in doings(at)
        for school in School.objects.select_related("board").filter(board=doing.board)
    )


def sweep_files(at: datetime) -> int:
    """Files of pictures that no row knows, and folders that a crash left open; how many."""
    left = [path for path in files.folder().iterdir() if _age(path, at) > LEFT_ALONE]
    known = _known()
    swept = [path for path in left if path.is_dir() or _picture(path) not in known]
    for path in swept:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(swept)


def _known() -> set[UUID | None]:
    rows = (Picture.objects.filter(gone_at=None), PublishedPicture.objects.filter(gone_at=None))
    return {pk for of in rows for pk in of.values_list("pk", flat=True)}


def _picture(path: Path) -> UUID | None:
    try:
        return UUID(path.name.partition(".")[0])
    except ValueError:
        return None


def _age(path: Path, at: datetime) -> timedelta:
    return at - datetime.fromtimestamp(path.lstat().st_mtime, tz=at.tzinfo)
