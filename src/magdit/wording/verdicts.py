"""The outcomes as a teacher reads them: one word, its sign, and one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magdit.words.roles import AUTHOR


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict in words. The sign goes with the word, so that colour is never the only difference."""

    word: str
    sign: str
    sentence: str


SAID: Mapping[str, Said] = {
    "mag": Said("Mag", "✓", "Dit mag de deur uit."),
    "mag_mits": Said("Mag, mits", "◐", "Nog {count}, dan mag het."),
    "vraag": Said("Vraag", "?", "Dit beslist u niet alleen. Vraag het aan: {ask}."),
    "eerst_weten": Said("Eerst weten", "…", "Er ontbreekt nog iets om te kunnen oordelen."),
    "mag_niet": Said("Mag niet", "✗", "Dit mag niet, en er is geen herstel dat het wel laat mogen."),
    "voorleggen": Said("Voorleggen", "→", "Het protocol zegt hier niets over. Leg het voor aan: {ask}."),
    "niet_geregeld": Said("Niet geregeld", "–", "Het protocol zegt hier niets over. U beslist zelf."),
}


AUTHOR_ALONE = (AUTHOR,)
OWN_JUDGEMENT = "Dit beoordeelt u zelf. Geef eerst antwoord op de vraag."


def sentence(verdict: str, *, count: int = 0, ask: tuple[str, ...] = ()) -> str:
    """The sentence under the word."""
    if verdict == "vraag" and ask == AUTHOR_ALONE:
        return OWN_JUDGEMENT
    things = "één ding" if count == 1 else f"{count} dingen"
    return SAID[verdict].sentence.format(count=things, ask=", ".join(ask) or "uw leidinggevende")
