"""Refusals to a family that sends its answers: why one of them was not kept."""

SENTENCES: dict[str, str] = {
    "answered_meanwhile": "U gaf hierop intussen een ander antwoord, misschien op een ander apparaat. Dit antwoord is"
    " daarom nog niet bewaard. Kijk het na en verstuur het opnieuw.",
    "text_changed_meanwhile": "De school heeft deze vraag intussen veranderd. Uw ja is daarom nog niet bewaard. Lees de"
    " vraag zoals zij nu is en verstuur uw antwoord opnieuw.",
}
