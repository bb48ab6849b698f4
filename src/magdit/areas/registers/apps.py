"""How Django knows this area."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """The area "registers"."""

    name = "magdit.areas.registers"
    verbose_name = "Registers"
