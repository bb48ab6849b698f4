"""How long a password must be, said in Dutch: Django's own translation lacks the sentence."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    """Long is what counts; the others refuse what everyone uses, and numbers alone."""

    def get_error_message(self) -> str:
        """What is wrong, and what would do."""
        return f"Dit wachtwoord is te kort. Neem minstens {self.min_length} tekens, bijvoorbeeld vier losse woorden."

    def get_help_text(self) -> str:
        """What is asked."""
        return f"Minstens {self.min_length} tekens, bijvoorbeeld vier losse woorden."
