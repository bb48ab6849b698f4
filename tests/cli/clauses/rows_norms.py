"""Scopes, definitions and values: whom and what a protocol is about. Asked of `magdit judge`.

A definition that everything leans on shows itself in the verdict: on the one side of the line another than on the
other. So does a scope; there the row is what lies outside, and its neighbour what lies inside and is judged.
"""

from tests.cli.clauses.row import WHOLE, Row

TEXT = {"inhoud": ["tekst"]}
POST = {"handeling": "plaatsen", **TEXT}
SCHOOL = {**POST, "betreft_school": True, "persoonsgegevens": False}
NOOR = {"rol": "leerling", "herkenbaar": True, "naam": "noor"}
OWN_CHILD = {**NOOR, "leeftijd": 9, "relatie": "eigen_kind", "toestemming": "niet_gevraagd"}

ROWS = (
    Row("osvs", "II.1", WHOLE, {**SCHOOL, "wie": "inhuurkracht", "medium": "linkedin", "moment": "2026-03-03T20:00"},
        {"wie": "leerkracht"}, becomes="vraag"),
    Row("osvs", "II.2", "aandacht", {**POST, "wie": "leerkracht", "medium": "linkedin", "moment": "2026-03-03T14:00"},
        {"betreft_school": True}),
    Row("osvs", "II.3", WHOLE, {"wie": "leerling", "handeling": "liken", "medium": "instagram", "tijdens_les": True,
                                "akkoorden": [], "moment": "2026-03-03T20:00"},
        {"medium": "teams"}, becomes="vraag", passes="niet_geregeld"),
    Row("osvs", "IV.M12", "aandacht", {**POST, "wie": "leerkracht", "medium": "linkedin", "account": "prive",
                                       "moment": "2026-03-03T14:00"}, {"account": None}),
    Row("ozhw", "0.2", WHOLE, {"wie": "leerling", "handeling": "naam_gebruiken", "medium": "tiktok"},
        {"medium": "telefoon"}, becomes="mag_niet", passes="niet_geregeld"),
    Row("ozhw", "2.1", WHOLE, {**POST, "wie": "oud_leerling", "medium": "facebook", "betreft_school": True,
                               "schaadt_naam": True},
        {"wie": "ouder"}, becomes="niet_geregeld", passes="mag_niet"),
    Row("ozhw", "2.2", "aandacht", {**POST, "wie": "mr", "medium": "facebook"}, {"betreft_school": True}),
    Row("ozhw", "3.3", "vraag", {"wie": "leerling", "handeling": "plaatsen", "medium": "instagram", "tijdens_les": True,
                                 "doel": ["leren_over_media"], "inhoud": ["foto"],
                                 "in_beeld": [{**NOOR, "toestemming": "gegeven"}]}, {"handeling": "liken"}),
    Row("verkruisen", "0.2", WHOLE, {"wie": "leerkracht", "handeling": "plaatsen", "medium": "facebook",
                                     "inhoud": ["foto"], "in_beeld": [], "wachtwoord_zichtbaar": True,
                                     "moment": "2026-03-03T20:00"}, {"medium": "ouderportaal"}, becomes="mag_mits"),
    Row("verkruisen", "5", "mag_niet", {**POST, "wie": "directeur", "medium": "website", "twijfel": True,
                                        "overlegd_met": ["bestuur"], "moment": "2026-03-03T20:00"},
        {"twijfel": False}),
    Row("vsnon", "R", "aandacht", {**POST, "wie": "leerling", "medium": "instagram"}, {"betreft_school": True}),
    Row("vsnon", "D", WHOLE, {"wie": "leerling", "handeling": "versturen", "medium": "teams", **TEXT,
                              "betreft_school": True, "persoonsgegevens": False, "tijdens_les": True, "publiek": "klas",
                              "doel": ["onderwijs"], "akkoorden": [], "wederpartij": [{"rol": "leerling"}]},
        {"tijdens_les": False}, becomes="vraag"),
    Row("vsnon", "G", WHOLE, {"wie": "leerkracht", "handeling": "apparaat_gebruiken", "medium": "whatsapp",
                              "tijdens_les": True, "onderwijsdoel_expliciet": False, "doel": ["persoonlijk"],
                              "akkoorden": []}, {"onderwijsdoel_expliciet": True}, becomes="mag_niet"),
    Row("vsnon", "T", WHOLE, {**SCHOOL, "wie": "buitenstaander", "medium": "snapchat", "tijdens_les": False,
                              "kwetsend": True},
        {"wie": "leerkracht"}, becomes="niet_geregeld", passes="mag_niet"),
    Row("ouderportaalschool", "0.2", "aandacht", {"wie": "leerkracht", "handeling": "reageren",
                                                  "medium": "ouderportaal", "publiek": "een_op_een",
                                                  "wederpartij": [{"rol": "ouder"}], "moment": "2026-11-19T15:30"},
        {"inhoud": ["tekst"]}),
    Row("ouderportaalschool", "0.3", WHOLE, {"wie": "leerkracht", "handeling": "plaatsen", "medium": "website",
                                             "inhoud": ["foto"], "in_beeld": [], "auteursrecht": True},
        {"publiek": "een_op_een"}, becomes="mag_mits", passes="niet_geregeld"),
    Row("ouderportaalschool", "L2", "aandacht", {"wie": "leerkracht", "handeling": "plaatsen", "medium": "facebook",
                                                 "account": "prive", "inhoud": ["foto"],
                                                 "in_beeld": [{**OWN_CHILD, "bovenkleding": True}]},
        {"account": None}),
    Row("ouderportaalschool", "L11", "aandacht", {"wie": "ouder", "handeling": "plaatsen", "medium": "facebook",
                                                  "inhoud": ["foto"], "in_beeld": [
                                                      {"naam": "juf", "rol": "leerkracht", "herkenbaar": True,
                                                       "toestemmingen": [{"door": "zelf", "staat": "gegeven",
                                                                          "dekt": ["foto"]}]}]},
        {"handeling": "reageren"}),
    Row("ouderportaalschool", "O1", WHOLE, {"wie": "ouder", "handeling": "plaatsen", "medium": "facebook",
                                            "account": "prive", "inhoud": ["foto"], "betreft_school": False,
                                            "in_beeld": [OWN_CHILD]},
        {"betreft_school": True}, becomes="niet_geregeld"),
)  # fmt: skip
