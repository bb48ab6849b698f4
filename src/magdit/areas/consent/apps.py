"""How Django knows this area."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """The area "consent"."""

    name = "magdit.areas.consent"
    verbose_name = "Toestemming"

    def ready(self) -> None:
        """Listen to who comes to have a say."""
        from magdit.areas.consent.again import look_again_at_child
        from magdit.areas.people.actions.bonds import voices_changed

        voices_changed.connect(look_again_at_child, dispatch_uid="consent")
