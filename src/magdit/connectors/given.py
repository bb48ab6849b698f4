"""What an account was given, held against what its connector asks. A mistake names the field, never what is in it."""

from __future__ import annotations

from magdit.connectors.asking import Ask
from magdit.connectors.connector import Trouble, Way

LONGEST = 1000


def require(asks: tuple[Ask, ...], way: Way) -> None:
    """Raise Trouble for the first thing that is missing or cannot be used."""
    for ask in asks:
        said = value(ask, way)
        if ask.needed and not said:
            raise Trouble("setting_missing", again=False, name=ask.name)
        unfit = ask.kind == "choice" and said not in ask.choices
        if unfit or len(said) > LONGEST or not said.isprintable():
            raise Trouble("setting_unfit", again=False, name=ask.name)


def value(ask: Ask, way: Way) -> str:
    """What was filled in, without the blanks around it; for a choice the first when nothing was chosen."""
    places = {"address": {"address": way.address}, "settings": way.settings, "secret": way.secret}
    said = places[ask.place].get(ask.name)
    if ask.kind == "yes_no":
        return "ja" if said in (True, "ja", "on", "true") else ""
    text = said.strip() if isinstance(said, str) else ""
    return text or (ask.choices[0] if ask.choices else "")
