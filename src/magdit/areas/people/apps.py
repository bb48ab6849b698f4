"""How Django knows this area."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The area "people"."""

    name = "magdit.areas.people"
    verbose_name = "Mensen"
