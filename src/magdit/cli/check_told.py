"""What `magdit check` tells while it is at work, and the receipt that it leaves in the folder of the clean copies."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from magdit.check.draft.judged import Judged
    from magdit.check.draft.look import Progress

RECEIPT = "kwitantie.json"


def first_word(judged: Judged) -> None:
    """What the words and the answers say, while several pictures are still to be looked at."""
    from magdit.wording.short_report import before_the_pictures

    print(before_the_pictures(judged), file=sys.stderr, flush=True)


def progress(*, quiet: bool) -> Progress:
    """Says which photo it is at, where there are several."""

    def tell(name: str, at: int, of: int) -> None:
        if of > 1 and not quiet:
            print(f"foto {at} van {of}: {name}", file=sys.stderr, flush=True)

    return tell


def write_receipt(paper: dict[str, Any], folder: Path) -> None:
    """Beside the clean copies, under a name that is still free."""
    from magdit.check.images.atomic import free_name, new_file

    target = free_name(folder / RECEIPT)
    with new_file(target) as temporary:
        # A file name may hold a sign that is none; JSON can still write it, with a backslash.
        text = json.dumps(paper, ensure_ascii=False, indent=1)
        temporary.write_text(text, encoding="utf-8", errors="backslashreplace")
