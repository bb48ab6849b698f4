"""How far a yes has come: of a parent or pupil (consent) and of a manager or teacher (permission)."""

from magdit.words.vocabulary import Vocabulary, Word

CONSENT_STATES = Vocabulary(
    "staat van een toestemming",
    # English pairs are the states of the Data Privacy Vocabulary (DPV 2.3), facts.md section 4.
    (
        Word("gegeven", "gegeven", "ConsentGiven", also=("ja", "given")),
        Word("vernieuwd", "opnieuw gegeven", "RenewedConsentGiven"),
        Word("niet_gevraagd", "nog niet gevraagd", "ConsentUnknown", also=("geen",)),
        Word("gevraagd", "gevraagd, nog geen antwoord", "ConsentRequested"),
        Word("uitgesteld", "antwoord uitgesteld", "ConsentRequestDeferred"),
        Word("geweigerd", "geweigerd", "ConsentRefused", also=("nee", "refused")),
        Word("ingetrokken", "ingetrokken", "ConsentWithdrawn", also=("withdrawn",)),
        Word("verlopen", "verlopen", "ConsentExpired", also=("expired",)),
        Word("ongeldig", "ongeldig", "ConsentInvalidated"),
        Word("beeindigd", "door de school beëindigd", "ConsentRevoked", also=("beëindigd",)),
    ),
)
GIVEN = frozenset({"gegeven", "vernieuwd"})
SAID_NO = frozenset({"geweigerd", "ingetrokken"})
OPEN = frozenset({"niet_gevraagd", "gevraagd", "uitgesteld"})

GRANT_STATES = Vocabulary(
    "staat van een akkoord",
    (
        Word("gegeven", "gegeven", "given", also=("ja", "goedgekeurd", "verleend")),
        Word("gevraagd", "gevraagd", "asked", also=("open",)),
        Word("geweigerd", "geweigerd", "refused", also=("nee", "afgewezen")),
        Word("ingetrokken", "ingetrokken", "withdrawn"),
        Word("verlopen", "verlopen", "expired"),
    ),
)

FORMS = Vocabulary(
    "vorm",
    (
        Word("schriftelijk", "schriftelijk", "in writing", also=("papier", "formulier", "brief")),
        Word("digitaal_akkoord", "digitaal akkoord", "digital agreement", also=("digitaal", "app", "las", "portaal")),
        Word("email", "per e-mail", "by e-mail", ("schriftelijk",), ("mail",)),
        Word("mondeling", "mondeling", "spoken"),
        Word("stilzwijgend", "stilzwijgend", "tacit", also=("zwijgen",)),
    ),
)

COVERS = Vocabulary(
    "dekt",
    (
        Word("foto", "foto", "photo", also=("beeld", "fotos")),
        Word("video", "video", "video", also=("film",)),
        Word("geluid", "geluid of stem", "sound", also=("stem", "audio")),
        Word("naam", "naam", "name"),
        Word("persoonsgegevens", "persoonsgegevens", "personal data", also=("gegevens",)),
        Word(
            "app_in_de_les",
            "sociale media in de les",
            "social media in the lesson",
            also=("app", "sociale_media_in_de_les"),
        ),
    ),
)

AUTHORITY = Vocabulary(
    "gezag",
    (Word("ja", "ja", "yes"), Word("nee", "nee", "no"), Word("onbekend", "onbekend", "unknown")),
)
