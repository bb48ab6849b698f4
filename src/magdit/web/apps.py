"""Tells Django where the style sheets, tags and the English of our pages lie."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class WebConfig(AppConfig):
    """The pages of magdit."""

    name = "magdit.web"
    label = "web"

    def ready(self) -> None:
        """When someone last signed in is not kept: nobody is watched, and signing in never waits for the database."""
        user_logged_in.disconnect(dispatch_uid="update_last_login")
