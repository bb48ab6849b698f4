"""Where silence counts for something: what nobody told counts as no, or is only asked when somebody raises it."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt


def silence_findings(at: LookedAt) -> Iterator[Finding]:
    """Every `bij_ontbreken`, and every fact asked on a flag that a ban or command rests on."""
    absent: dict[str, list[str]] = {}
    for definition in at.pack.definitions:
        if definition.absent_is_no:
            absent.setdefault(definition.clause, []).append(definition.word)
    for clause, words in absent.items():
        yield Finding("bij_ontbreken", "weten", (clause,), {"woord": _listed(words)})
    together: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    for name, clauses in _resting(at).items():
        place = (tuple(dict.fromkeys(clauses)), at.catalogue.facts[name].assumed)
        together.setdefault(place, []).append(name)
    for (numbers, assumed), names in together.items():
        facts = {"feit": _listed(names), "aanname": "ja" if assumed else "nee"}
        yield Finding("rust_op_vlag", "weten", numbers, facts)


def _resting(at: LookedAt) -> dict[str, list[str]]:
    """The clauses whose bans and commands rest on each fact that is only asked on a flag."""
    resting: dict[str, list[str]] = {}
    for norm in at.pack.norms:
        for name in sorted(at.supposer.values.leaning.names(norm)) if norm.kind != "toestemming" else ():
            fact = at.catalogue.fact(name)
            if fact is not None and fact.asked == "bij_vlag":
                resting.setdefault(name, []).append(norm.clause)
    return resting


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
