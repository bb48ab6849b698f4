"""How Django knows this area."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The area "journal"."""

    name = "magdit.areas.journal"
    verbose_name = "Journaal"
