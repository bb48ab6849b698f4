"""The school whose office this is: there only for who keeps its people."""

from __future__ import annotations

from django.utils.translation import get_language

from magdit.areas.people.models import School
from magdit.areas.people.rights import KEEPERS
from magdit.web.visit import Visit


def school_of(visit: Visit, code: str) -> School:
    """The school of this address; 404 for who does not keep it."""
    return visit.school(code, for_roles=KEEPERS)


def language() -> str:
    """In which language the questions of the school are shown here."""
    return (get_language() or "nl").partition("-")[0]
