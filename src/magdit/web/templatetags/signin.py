"""Tags of coming in: what someone is called, and a key in fours that can be typed over."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def called(person: Any) -> str:
    """Someone by first name, as a link and a mail name them."""
    return str(person.called or person.first or person.last)


@register.filter
def fours(key: str) -> str:
    """'abcdefgh' as 'abcd efgh'."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
