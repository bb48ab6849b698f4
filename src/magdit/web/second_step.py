"""Whether someone must first set up a second step of signing in. What the board asks stands at the board."""

from __future__ import annotations

from django.http import HttpRequest

from magdit.areas.people.models import Person


def step_needed(request: HttpRequest, person: Person) -> bool:
    """Whether this person has to prove with a second step that it is them, and has not set one up."""
    return False
