"""Remedies that a norm names and that change nothing it looks at: a way out that nobody will ever be shown."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.catalogue import Catalogue
from magdit.norms.differing import CONSENTS, GRANTS
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.pieces import WINDOW
from magdit.norms.ready import ReadyNorm, ReadyPack


def remedy_findings(at: LookedAt) -> Iterator[Finding]:
    """One finding for every remedy of a norm that does nothing there."""
    for ready in at.ready.norms:
        if ready.implied:
            continue  # the ban behind "only" has the remedies of its permission
        for remedy in dict.fromkeys(ready.norm.remedies or ()):
            if not _asks(remedy, ready) and not _changes(remedy, ready, at.ready, at.catalogue):
                facts = {"norm": ready.norm.id, "herstel": remedy}
                yield Finding("herstel_doet_niets", "gewoon", (ready.norm.clause,), facts)


def _asks(remedy: str, ready: ReadyNorm) -> bool:
    """Whether somebody is asked for what this norm, or a clause it leans on, looks at: a consent or a leave."""
    return {"akkoord_vragen": GRANTS, "toestemming_vragen": CONSENTS}.get(remedy) in ready.reads


def _changes(remedy: str, ready: ReadyNorm, pack: ReadyPack, catalogue: Catalogue) -> bool:
    """Whether it changes a fact that the norm, or the scope of its protocol, hangs on."""
    hangs_on = ready.reads | pack.scope_reads
    timed = bool(pack.dates) or any(name.startswith(WINDOW) for name in hangs_on)
    for fact in catalogue.facts.values():
        for change in fact.changes:
            touched = {fact.name, *(name for name, _ in change.also)}
            if change.remedy == remedy and touched & hangs_on and (change.to != "venster" or timed):
                return True
    return False
