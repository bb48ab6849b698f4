"""How Django knows this area."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """The area "drafts"."""

    name = "magdit.areas.drafts"
    label = "drafts"
    verbose_name = "Berichten"
