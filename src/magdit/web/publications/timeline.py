"""What happened to a publication, line by line, in plain words: from the journal, and from the tasks about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from magdit.areas.journal.history import HistoryLine
from magdit.areas.people.names import whole
from magdit.areas.registers.removal import ASKED
from magdit.journeys.publications.one import Story
from magdit.journeys.publications.taking_away import ASKED as WANTED_AWAY
from magdit.web.publish.telling import because_told
from magdit.wording.troubles import trouble_in

# Said elsewhere on the page, or of use to a program alone.
QUIET = frozenset({"getoond", "gezien"})
VERBS = {
    "gepubliceerd": gettext_noop("%(who)s verstuurde het bericht. Het mocht."),
    "pakket opgehaald": gettext_noop("%(who)s haalde het schone pakket op om het zelf te plaatsen."),
    "geplaatst": gettext_noop("Het bericht staat er. Dat is bevestigd."),
    "hapert": gettext_noop("Het lukte nog niet. magdit probeert het opnieuw."),
    "mislukt": gettext_noop("Het plaatsen lukte niet."),
    "opnieuw geprobeerd": gettext_noop("%(who)s liet het opnieuw proberen."),
    "moet weg": gettext_noop("Er is gevraagd om het weg te halen."),
    WANTED_AWAY: gettext_noop("%(who)s wilde het weg."),
    "wordt weggehaald": gettext_noop("magdit begon met weghalen."),
    "weggehaald": gettext_noop("Het is weg. Dat is nagekeken."),
    "kan niet ongedaan": gettext_noop("%(who)s schreef op dat het niet meer ongedaan kan worden gemaakt."),
    "teruggezet": gettext_noop("%(who)s zette het terug."),
    "beurt gegeven": gettext_noop("Het werd iemands taak om het weg te halen."),
    "beurt doorgegeven": gettext_noop("De taak ging door naar iemand anders."),
    "herinnerd aan beurt": gettext_noop("magdit herinnerde aan de taak."),
}


@dataclass(frozen=True, slots=True)
class Event:
    """When, what, and what more is known of it."""

    at: datetime
    sentence: str
    more: str = ""


def timeline(story: Story) -> tuple[Event, ...]:
    """Everything, the first thing first."""
    return tuple(sorted(_events(story), key=lambda one: one.at))


def _events(story: Story) -> Iterator[Event]:
    yield from (_told(line, story) for line in story.lines if line.verb not in QUIET)
    row = story.row
    for at in sorted({one.row.made_at for one in story.tasks if one.row.because == ASKED}):
        yield Event(at, because_told(ASKED))
    if row.judged_at is not None and row.judged_at > row.made_at and row.down_at is None and not story.must_go:
        yield Event(row.judged_at, _("magdit keek na of het er nog mag staan. Het mag."))


def _told(line: HistoryLine, story: Story) -> Event:
    who = story.names.get(line.actor.id) if line.actor.kind == "persoon" else None
    name = whole(who) if who else (_("iemand van de school") if line.actor.kind == "persoon" else "magdit")
    known = VERBS.get(line.verb)
    sentence = _(known).replace("%(who)s", name) if known else f"{name}: {line.verb.replace('_', ' ')}."
    return Event(line.at, sentence[:1].upper() + sentence[1:], _more(line))


def _more(line: HistoryLine) -> str:
    if line.verb == WANTED_AWAY:
        return str((line.personal or {}).get("waarom", ""))
    if line.verb in ("hapert", "mislukt"):
        return trouble_in(str(line.details.get("code", "")), translate=_)
    because = line.details.get("omdat")
    return because_told(str(because)) if because and line.verb in ("moet weg", "wordt weggehaald") else ""
