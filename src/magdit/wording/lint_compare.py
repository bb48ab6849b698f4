"""Every sentence of `magdit protocol compare`: who is stricter, by which articles, and an act that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from magdit.norms.catalogue import Catalogue
from magdit.norms.examples.plain import as_told
from magdit.norms.model import Pack
from magdit.protocols.compare import Comparison, Row
from magdit.protocols.compare_acts import Voice
from magdit.protocols.compare_beside import Beside
from magdit.wording.dates import say_day, say_period
from magdit.wording.lint_act import act_sentence

HEADS: Mapping[str, str] = {
    "links_strenger": "{left} is strenger",
    "rechts_strenger": "{right} is strenger",
    "alleen_links": "Alleen {left} zegt hier iets over",
    "alleen_rechts": "Alleen {right} zegt hier iets over",
    "andere_plichten": "Hetzelfde oordeel, maar wie moet dan iets doen?",
    "andere_artikelen": "Hetzelfde oordeel, maar niet door dezelfde artikelen",
    "gelijk": "Hetzelfde oordeel",
}
SAYS: Mapping[str, str] = {
    "mag": "mag",
    "mag_niet": "mag niet",
    "onzeker": "hangt ervan af",
    "voorleggen": "legt het voor",
    "niet_geregeld": "regelt het niet",
}
COUNTS: Mapping[str, str] = {
    "telt": "telt als ja",
    "telt_niet": "telt niet als ja",
    "onzeker": "hangt ervan af",
}
LIFE = {"in_werking": "eerste dag", "einde": "einde", "evaluatie": "termijn van evaluatie"}


def comparison_lines(found: Comparison, left: Pack, right: Pack, catalogue: Catalogue) -> Iterator[str]:
    """The whole comparison: where they clash first, then by who is stricter."""
    names = {"left": left.id, "right": right.id}
    yield f"{left.id} naast {right.id}: {_count(found)} ({found.acts} handelingen beoordeeld)"
    if not found.differs:
        return
    for one in found.beside:
        yield f"  {_beside(one, left, right)}"
        if one.example is not None:
            yield f"      Voorbeeld: {act_sentence(one.example, catalogue)}"
    heads = [("Botsing: de een staat toe wat de ander verbiedt", [row for row in found.rows if row.clashes])]
    for relation, head in HEADS.items():
        rows = [row for row in found.rows if row.relation == relation and not row.clashes]
        heads.append((head.format(**names), rows))
    for head, rows in heads:
        if rows:
            yield from ("", head)
        for row in rows:
            yield f"  {_voice(left, row.left, row.relation)} · {_voice(right, row.right, row.relation)}"
            yield f"      Voorbeeld: {act_sentence(row.example, catalogue)}"


def comparison_json(found: Comparison, left: Pack, right: Pack) -> dict[str, Any]:
    """The comparison for a program."""
    return {
        "left": left.id,
        "right": right.id,
        "acts": found.acts,
        "beside": [
            {
                "what": one.what,
                "clause": one.clause,
                "name": one.name,
                "left": _day(one.left),
                "right": _day(one.right),
                "example": None if one.example is None else as_told(one.example),
            }
            for one in found.beside
        ],
        "rows": [_row(row) for row in found.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "relation": row.relation,
        "clash": row.clashes,
        "left": _voice_json(row.left),
        "right": _voice_json(row.right),
        "actions": list(row.actions),
        "acts": row.times,
        "example": as_told(row.example),
    }


def _voice_json(voice: Voice) -> dict[str, Any]:
    return {"outcome": voice.value, "clauses": list(voice.clauses), "duties": sorted(voice.duties)}


def _voice(pack: Pack, voice: Voice, relation: str) -> str:
    if relation == "andere_plichten":
        return f"{pack.id}: {'; '.join(sorted(voice.duties)) or 'niemand'}"
    also = "ook door " if relation == "andere_artikelen" else ""
    by = f" ({also}artikel {', '.join(voice.clauses)})" if voice.clauses else ""
    return f"{pack.id}: {SAYS[voice.value]}{by}"


def _beside(one: Beside, left: Pack, right: Pack) -> str:
    """What no verdict shows, in one line."""
    if one.what in LIFE:
        return f"levensloop, {LIFE[one.what]}: {left.id} {_day(one.left)}, {right.id} {_day(one.right)}"
    what, name = one.what.replace("_", " "), one.name.replace("_", " ")
    if one.what == "levensloop":
        return f"{what}, {name}: {_day(one.left)} voor, {_day(one.right)} na"
    if one.what == "toestemmingseis":
        return f"artikel {one.clause}: het antwoord bij '{name}' {COUNTS[one.left]} voor, {COUNTS[one.right]} na"
    return f"artikel {one.clause}: {what} is veranderd ({one.left} voor, {one.right} na)"


def _day(value: object) -> str:
    if isinstance(value, date):
        return say_day(value)
    return "niet ingevuld" if value in (None, "") else say_period(str(value))


def _count(found: Comparison) -> str:
    differing, same = [row for row in found.rows if row.differs], [row for row in found.rows if not row.differs]
    if not found.differs:
        return "geen verschil"
    clashes = sum(row.clashes for row in differing)
    return f"{len(differing)} verschillen, waarvan {clashes} botsingen; {len(same)} keer hetzelfde"
