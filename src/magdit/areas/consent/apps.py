"""How Django knows this area."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """The area "consent"."""

    name = "magdit.areas.consent"
    verbose_name = "Toestemming"
