"""The parts of an act that are records (consents, leaves, objections, deviations, sources) and the row of a case."""

from __future__ import annotations

from magdit.protocols.schema_parts import Schema, closed, described, known_or_not, one_or_more, ref, words_ref
from magdit.words.states import AUTHORITY, CONSENT_STATES, COVERS, FORMS, GRANT_STATES
from magdit.words.verdicts import AS_HANDED_IN, LAYERS, VERDICTS
from magdit.words.vocabulary import Vocabulary

ACT_ABOUT = (
    "Wat iemand wil doen. Wat ontbreekt (of null is) is onbekend, nooit nee; [] is: niemand of niets."
    " Een onbekende sleutel of een onbekend woord is een fout."
)
PERSON_ABOUT = "Iemand die te zien is, genoemd of beschreven wordt, of met wie het contact is."
CASE_ABOUT = "Een geval in cases.toml: een handeling met de uitkomst die erbij hoort."
RECORD_WORDS: dict[str, Vocabulary] = {
    "staat_toestemming": CONSENT_STATES,
    "staat_akkoord": GRANT_STATES,
    "vorm": FORMS,
    "dekt": COVERS,
    "gezag": AUTHORITY,
    "laag": LAYERS,
    "zoals_ingediend": AS_HANDED_IN,
    "oordeel": VERDICTS,
}
# Spelled as ISO 8601. A day that does not exist (30 February) passes here; the reader refuses it.
CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
ZONE = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?"
DAY = r"(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
DAY_OR_MOMENT: Schema = {
    "description": "Een dag (2026-09-04) of een moment (2026-09-04T14:00), op de klok van Nederland.",
    "type": "string",
    "pattern": f"^{DAY}([T ]{CLOCK}{ZONE})?$",
}
FILLED: Schema = {"type": "string", "pattern": r"\S"}
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}


def records() -> dict[str, Schema]:
    """Every record an act may hold, by name."""
    return {
        "toestemming": _consent(),
        "akkoord": _grant(),
        "bezwaar": _objection(),
        "afwijking": _deviation(),
        "herkomst": _sources(),
    }


def case_row(facts: tuple[str, ...]) -> Schema:
    """One `[[geval]]`: the act in `feiten`, in short `op` and `persoon`, and what must come of it."""
    keys = {
        "naam": described(FILLED, "Wat er gebeurt, in één regel."),
        "artikel": described(TEXT, "Bij welk artikel dit geval hoort."),
        "laag": described(words_ref("laag"), "Welke laag beoordeeld wordt; standaard protocol."),
        "op": described(ref("moment"), "Kort voor het moment van de handeling."),
        "feiten": described({"$ref": "#"}, "De handeling; dezelfde sleutels als bij magdit judge."),
        "persoon": described(
            {"type": "array", "items": ref("persoon")}, "Kort voor herkenbare leerlingen die in beeld zijn."
        ),
        "verwacht": described(_expected(facts), "Wat eruit moet komen."),
    }
    return closed(keys, needed=("naam", "feiten", "verwacht"))


def _consent() -> Schema:
    many_channels = one_or_more(words_ref("medium"))
    keys = {
        "door": described(words_ref("rol"), "Wie antwoordde (ouder, leerling, zelf)?"),
        "staat": described(words_ref("staat_toestemming"), "Wat is het antwoord?"),
        "datum": described(known_or_not((ref("moment"),)), "Op welke dag?"),
        "vorm": described(known_or_not((words_ref("vorm"),)), "In welke vorm?"),
        "dekt": described(
            known_or_not(one_or_more(words_ref("dekt"))), "Waarvoor geldt het: foto, video, geluid, naam?"
        ),
        "kanalen": described(known_or_not(many_channels), "Voor welke kanalen? Weggelaten: niet gezegd."),
        "tot": described(known_or_not((ref("moment"),)), "Tot en met welke dag?"),
        "gezag": described(
            known_or_not((words_ref("gezag"),)), "Heeft wie antwoordde het gezag? Weggelaten telt als ja."
        ),
        "naam": described(known_or_not((TEXT,)), "Wie precies, zodat een later antwoord een eerder vervangt?"),
        "gebruikt": described(
            known_or_not((ref("ja_nee"),)),
            "Is een ja voor één keer al gebruikt? Weggelaten telt een ja van dit schooljaar als nog niet gebruikt.",
        ),
    }
    return described(closed(keys, needed=("door", "staat")), "Eén antwoord van één mens op de vraag om toestemming.")


def _grant() -> Schema:
    keys = {
        "wat": described(known_or_not((TEXT,)), "Waarvoor? Weggelaten: voor deze handeling."),
        "door": described(words_ref("rol"), "Wie besliste?"),
        "staat": described(words_ref("staat_akkoord"), "Hoe staat het? Weggelaten: gegeven."),
        "aan": described(known_or_not(one_or_more(words_ref("rol"))), "Aan wie?"),
        "van": described(known_or_not((ref("moment"),)), "Vanaf wanneer?"),
        "tot": described(known_or_not((ref("moment"),)), "Tot en met wanneer?"),
    }
    return described(closed(keys, needed=("door",)), "Een akkoord dat gegeven, gevraagd of geweigerd is.")


def _objection() -> Schema:
    keys = {
        "door": described(words_ref("rol"), "Wie maakt bezwaar?"),
        "wat": described(known_or_not((TEXT,)), "Waartegen?"),
        "staat": described(words_ref("staat_akkoord"), "Staat het bezwaar nog? Weggelaten: gegeven, dus ja."),
    }
    return described(closed(keys, needed=("door",)), "Een uitdrukkelijk bezwaar.")


def _deviation() -> Schema:
    keys = {
        "artikel": described(FILLED, "Van welk artikel wordt afgeweken?"),
        "reden": described(FILLED, "Waarom?"),
        "door": described(known_or_not((words_ref("rol"),)), "Wie besloot dat?"),
    }
    return described(closed(keys, needed=("artikel", "reden")), "Een bewuste afwijking van een norm 'in beginsel'.")


def _sources() -> Schema:
    about = "Per feit een tabel: door (wie zei het), op (wanneer), bron (gemeten, opgegeven, register …)."
    return {"description": about, "type": "object", "additionalProperties": {"type": "object"}}


def _expected(facts: tuple[str, ...]) -> Schema:
    keys = {
        "zoals_ingediend": described(words_ref("zoals_ingediend"), "De uitkomst zoals de handeling nu is."),
        "oordeel": described(words_ref("oordeel"), "Het woord op het scherm."),
        "artikelen": described(TEXTS, "De artikelen die beslissen: precies deze."),
        "helpt": described(TEXTS, "Stappen die elk in een van de wegen naar ja staan."),
        "vraag_aan": described(words_ref("rol"), "Aan wie het gevraagd wordt."),
        "weten": described({"enum": [*facts, "toestemmingen"]}, "Het feit van de eerstvolgende vraag."),
        "plichten": described(TEXTS, "Plichten die open staan (hun id)."),
        "geen_plichten": described(TEXTS, "Plichten die niet open staan."),
        "advies": described(TEXTS, "Normen die raad geven en niet beslissen (hun id)."),
        "geldig_tot": described(ref("moment"), "Het eerste moment waarop alleen de tijd de uitkomst verandert."),
        "opgeheven": described(TEXTS, "Normen die gelden maar opgeheven zijn (hun id)."),
        "aandacht": described(TEXTS, "Artikelen waarvan een aandachtspunt getoond wordt."),
        "niet_bekeken": described(TEXTS, "Feiten die niemand bekeek."),
    }
    return closed(keys)
