"""What languages are called, in the settings of texts."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language_info

register = template.Library()


@register.filter
def language_name(code: str) -> str:
    """A language in the language of the page ("Engels"); one that Django does not know stays as it was written."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
