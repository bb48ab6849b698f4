"""Tells Django where the style sheets, tags and the English of our pages lie."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages of magdit."""

    name = "magdit.web"
    label = "web"
