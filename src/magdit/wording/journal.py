"""What is wrong with a journal, line by line, and what can be done about it. Knows codes and numbers, no names."""

from __future__ import annotations

from collections.abc import Mapping

WHAT: Mapping[str, str] = {
    "changed": "is na het schrijven veranderd",
    "moved": "sluit niet aan op de regel ervoor",
    "removed": "is weggehaald",
    "rewritten": "is een andere dan toen geschreven werd: het merk buiten de database is anders",
    "told_otherwise": "is een andere dan in het bericht dat u bewaarde",
    "cut": "is van het einde afgehaald",
    "double": "staat er dubbel of op een verkeerde plaats",
    "unreadable": "is zo beschadigd dat de database haar niet meer kan lezen",
    "chain": "klopt niet met waar de keten zegt te zijn",
    "key_missing": "verwijst naar een sleutel die er niet meer is",
}
MANY = {
    "is": "zijn", "sluit": "sluiten", "staat": "staan", "klopt": "kloppen", "verwijst": "verwijzen",
}  # fmt: skip
WHOLE: Mapping[str, str] = {
    "unlocked": "Het slot op de tabellen is (deels) weg: {names}. 'magdit serve' zet het bij de start terug.",
    "stray": "Er staan regels van een bestuur dat geen journaal heeft: {count}.",
    "key_gone": "De sleutel van {file} is leeg, maar nergens staat dat hij vernietigd is.",
    "key_back": "De sleutel van {file} is vernietigd, en toch is hij terug.",
    "key_broken": "De sleutel van {file} is veranderd, of hoort bij andere hoofdsleutels.",
    "keys_unreadable": "De sleutels zijn niet meer allemaal te lezen.",
}
WHAT_NOW = (
    "Iemand of iets heeft aan de database gezeten. Verander nu niets meer: maak een kopie van de database en van de map"
    " met gegevens, en bel de FG en wie de computer beheert. Terugzetten kan met 'magdit restore'."
)


def finding_sentence(code: str, *, first: int, last: int, facts: Mapping[str, object]) -> str:
    """One sentence for one finding."""
    if code in WHOLE:
        return WHOLE[code].format(**facts)
    if first >= last:
        return f"Regel {first} {WHAT[code]}."
    verb, _, rest = WHAT[code].partition(" ")
    rest = rest.replace("haar", "ze").replace("een andere dan", "andere dan")
    return f"Regel {first} tot en met {last} {MANY[verb]} {rest}."
