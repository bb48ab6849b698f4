"""Steps of a night for the tests: one that breaks half-way, one that counts, one that is no step."""

from datetime import datetime

from magdit.areas.people.models import Board

seen: list[datetime] = []


def breaks(at: datetime) -> int:
    """Writes, and then breaks with a child's name on its lips."""
    Board.objects.create(name="Half werk")
    raise ValueError("Noor van Dijk kan dit niet")


def counts(at: datetime) -> int:
    """Remembers that it was called."""
    seen.append(at)
    return len(seen)
