"""What `magdit doctor` finds: a mark, what it looked at, and how to mend it. Knows no checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

GOOD, HEED, BAD = "goed", "let op", "mis"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `mend` is what to do, and is empty when all is well."""

    mark: str
    what: str
    mend: str = ""


Check = Callable[[], Iterator[Finding]]


def good(what: str) -> Finding:
    """All is well here."""
    return Finding(GOOD, what)


def heed(what: str, mend: str) -> Finding:
    """It works, but look at it."""
    return Finding(HEED, what, mend)


def bad(what: str, mend: str) -> Finding:
    """This must be mended."""
    return Finding(BAD, what, mend)


def either(fine: bool, what: str, *, wrong: str, mend: str, serious: bool = True) -> Finding:
    """Good, or else what is wrong and how to mend it."""
    if fine:
        return good(what)
    return bad(wrong, mend) if serious else heed(wrong, mend)
