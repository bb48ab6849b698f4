"""The figures of a school for who watches over privacy: its consents, and what came down of what it published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from magdit.areas.consent.figures import Figures, figures_of, year_began
from magdit.areas.drafts.publications_queries import taken_down
from magdit.areas.people.models import School


@dataclass(frozen=True, slots=True)
class SchoolFigures:
    """What is counted of consents, and how many posts came down this school year."""

    consents: Figures
    taken_down: int


def school_figures(school: School, at: datetime, *, language: str) -> SchoolFigures:
    """The figures of a school at a moment. Who asks has been let in already."""
    found = figures_of(school, at, language=language)
    return SchoolFigures(found, taken_down(school, year_began(found.on)))
