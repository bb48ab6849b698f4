"""Where silence counts for something: what nobody told counts as no, or is only asked when somebody raises it."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.norms.lint.finding import Finding
from magdit.norms.lint.looked_at import LookedAt


def silence_findings(at: LookedAt) -> Iterator[Finding]:
    """Every `bij_ontbreken`, and every fact asked on a flag that a ban or command rests on."""
    for definition in at.pack.definitions:
        if definition.absent_is_no:
            yield Finding("bij_ontbreken", "weten", (definition.clause,), {"woord": definition.word})
    resting: dict[str, list[str]] = {}
    for norm in at.pack.norms:
        if norm.kind == "toestemming":
            continue
        for name in sorted(at.supposer.values.leaning.names(norm)):
            fact = at.catalogue.fact(name)
            if fact is not None and fact.asked == "bij_vlag":
                resting.setdefault(name, []).append(norm.clause)
    for name, clauses in resting.items():
        fact = at.catalogue.facts[name]
        facts = {"feit": name, "vraag": fact.question, "aanname": "ja" if fact.assumed else "nee"}
        yield Finding("rust_op_vlag", "weten", tuple(dict.fromkeys(clauses)), facts)
