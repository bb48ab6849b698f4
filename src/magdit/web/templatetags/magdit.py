"""Tags for our templates: what every form carries, and what things are called."""

from __future__ import annotations

from typing import Any

from django import template
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.safestring import SafeString

from magdit.areas.people.names import listed as listed_name
from magdit.areas.people.names import whole
from magdit.web import keeping
from magdit.web.told import article, word
from magdit.words.circumstances import AUDIENCES
from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.states import AUTHORITY, CONSENT_STATES
from magdit.words.vocabulary import Vocabulary

register = template.Library()
LISTS: dict[str, Vocabulary] = {
    "rol": ROLES, "kanaal": MEDIA, "staat": CONSENT_STATES, "gezag": AUTHORITY, "publiek": AUDIENCES,
}  # fmt: skip


@register.simple_tag(takes_context=True)
def form_marks(context: dict[str, Any]) -> SafeString:
    """Inside every form that is sent: the mark against forgery, and whose form it is (see web/keeping.py)."""
    request = context["request"]
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="van" value="{}">',
        get_token(request), keeping.mark(request),
    )  # fmt: skip


@register.filter
def name(person: Any) -> str:
    """Someone as a colleague writes them: roepnaam, voorvoegsel, achternaam."""
    return whole(person)


@register.filter
def listed(person: Any) -> str:
    """Someone as in an alphabetical list: 'Dijk, Noor van'."""
    return listed_name(person)


@register.filter(name="word")
def word_of(code: str, kind: str) -> str:
    """What a code is called on screen: `{{ role.role|word:"rol" }}`; kinds: the names in LISTS."""
    return word(LISTS[kind], code)


@register.filter(name="article")
def article_called(number: str) -> str:
    """An article as one speaks of it: `{{ duty.clause|article }}`."""
    return article(number)
