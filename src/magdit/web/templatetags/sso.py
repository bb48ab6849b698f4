"""The school's own systems, for the buttons on the sign-in page."""

from __future__ import annotations

from django import template

from magdit.web.signin.sso_sources import Source, sources

register = template.Library()


@register.simple_tag
def sso_sources() -> tuple[Source, ...]:
    """All systems that the settings name."""
    return sources()
