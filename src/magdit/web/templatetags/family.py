"""Tags of the family room: the drawing at a question, and its anchor."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from magdit.areas.consent.family import Question
from magdit.areas.consent.texts.catalogue import pictogram, pictograms

register = template.Library()


@register.simple_tag
def sign(question: Question) -> SafeString:
    """The drawing of a question, which tells nothing that its words do not; nothing when it has none."""
    name = question.line.item.pictogram
    if name not in pictograms():
        return SafeString("")
    # From our own folder of drawings, never from what someone typed.
    return SafeString(pictogram(name).replace("<svg ", '<svg aria-hidden="true" ', 1).strip() + " ")


@register.filter
def anchor(key: str) -> str:
    """Where a question stands on its page."""
    return f"v-{key.replace('.', '-')}"
