"""What the verdict says on screen: its word, its sign, its colour, and the sentence under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.journeys.hand_in.judging import Judging
from magdit.web.told import word
from magdit.wording.verdicts import AUTHOR_ALONE, SAID
from magdit.words.roles import ROLES

COLOURS: Mapping[str, str] = {
    "mag": "yes", "mag_mits": "if", "vraag": "ask", "eerst_weten": "know", "mag_niet": "no",
    "voorleggen": "plain-ink", "niet_geregeld": "plain-ink",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict as it stands on the page."""

    code: str
    word: str
    sign: str
    colour: str
    sentence: str


def told(verdict: str, *, steps: int = 0, ask: tuple[str, ...] = (), waits: int = 0) -> Verdict:
    """A verdict in words. `steps`: how many until it may; `ask`: roles; `waits`: faces of which nobody spoke yet."""
    said = SAID[verdict]
    count = ngettext("%(n)s ding", "%(n)s dingen", steps) % {"n": steps}
    roles = ", ".join(word(ROLES, role) for role in ask) or _("uw leidinggevende")
    sentence = _(said.sentence).format(count=count, ask=roles)
    if verdict == "vraag" and ask == AUTHOR_ALONE:
        sentence = _("Dit beoordeelt u zelf. Geef eerst antwoord op de vraag.")
    if verdict == "eerst_weten" and waits:
        sentence = ngettext(
            "Van %(n)s gezicht is nog niet bekend wie het is.",
            "Van %(n)s gezichten is nog niet bekend wie het is.",
            waits,
        ) % {"n": waits}
    return Verdict(verdict, _(said.word), said.sign, COLOURS[verdict], sentence)


def verdict_of(judging: Judging, *, things: int | None = None) -> Verdict | None:
    """The verdict of a draft; nothing as long as there is nothing in it. `things`: how many a page shows to do."""
    if not judging.pictures and not judging.words.text.strip():
        return None
    answer = judging.judged.answer
    own = next((route for route in answer.routes if route.own), None)
    waits = sum(face["fate"] == "open" for picture in judging.pictures for face in picture.faces)
    steps = things if things is not None else len(own.steps) if own else 0
    return told(judging.judged.verdict, steps=steps, ask=answer.ask, waits=waits)
