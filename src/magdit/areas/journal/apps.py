"""How Django knows this area."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class JournalConfig(AppConfig):
    """The area "journal"."""

    name = "magdit.areas.journal"
    verbose_name = "Journaal"

    def ready(self) -> None:
        """After every migration the tables are locked again."""
        from magdit.areas.journal import second_lock

        post_migrate.connect(second_lock.put, sender=self, dispatch_uid="journal lock")
