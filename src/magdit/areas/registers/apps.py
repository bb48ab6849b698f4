"""How Django knows this area."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """The area "registers"."""

    name = "magdit.areas.registers"
    verbose_name = "Registers"

    def ready(self) -> None:
        """Ask to be asked before a file goes."""
        from magdit.areas.people.keeping import ask_before_removal
        from magdit.areas.registers.holds import person_held
        from magdit.areas.registers.keeping import shown_until

        ask_before_removal("registers", shown_until)
        ask_before_removal("bewaarstops", person_held)
