"""A card on the home page: one thing, and the one step that leads on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What it is, where, and the step. `kind`: the colour that helps (ask, no, or none)."""

    title: str
    where: str
    step: str
    address: str
    kind: str = ""
