"""The moment of a request. Doors may ask the clock; everything below them is told. Tests set it here."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()
