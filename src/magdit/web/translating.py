"""Sentences that reach a page by a variable: made in Dutch below this floor, put into English here by gettext.

`gettext(sentence)` hides from whoever collects sentences which ones may come. This names them all, so that
scripts/english.py can collect them and a test can see that none stays Dutch on an English page.
"""

from __future__ import annotations

from collections.abc import Iterator

from magdit.wording.refusals import SENTENCES


def by_variable() -> Iterator[str]:
    """Every Dutch sentence that a page may turn into English without having written it itself."""
    yield from SENTENCES.values()
