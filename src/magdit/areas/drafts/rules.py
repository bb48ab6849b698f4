"""What may follow on what with a draft, and who may change it. Knows states and roles; knows no rows."""

from __future__ import annotations

from collections.abc import Mapping

# Who may go on with a post that someone else handed in; a post that was not handed in is its author's alone.
EDITORS = ("communicatiemedewerker", "schoolleiding")
# Where a draft may still be changed; a change after approval takes the approval away.
OPEN = ("concept", "ter_goedkeuring", "goedgekeurd", "ingepland")
ENDED = ("geplaatst", "weggegooid", "verlopen")
NEXT: Mapping[str, tuple[str, ...]] = {
    "concept": ("ter_goedkeuring", "goedgekeurd", "ingepland", "geplaatst", "weggegooid", "verlopen"),
    "ter_goedkeuring": ("concept", "goedgekeurd", "weggegooid", "verlopen"),
    "goedgekeurd": ("concept", "ingepland", "geplaatst", "weggegooid", "verlopen"),
    "ingepland": ("concept", "goedgekeurd", "geplaatst", "weggegooid"),
    "geplaatst": (), "weggegooid": (), "verlopen": (),
}  # fmt: skip


def may_follow(now: str, then: str) -> bool:
    """Whether a draft may go from the one state to the other."""
    return then in NEXT.get(now, ())


def after_change(state: str) -> str:
    """The state of a draft that was changed: whoever approved did not see this."""
    return "concept" if state in OPEN else state
