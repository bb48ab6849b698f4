"""What may be said and shared, and who answers for it. Asked of `magdit judge`; beside each, one fact is different."""

from tests.cli.clauses.row import Row

TEXT = {"inhoud": ["tekst"]}
POST = {"handeling": "plaatsen", **TEXT}
SCHOOL = {**POST, "betreft_school": True, "persoonsgegevens": False}
EVENING = {"moment": "2026-03-03T20:00"}
NOOR = {"rol": "leerling", "herkenbaar": True, "naam": "noor", "toestemming": "gegeven"}
HEARD = {"naam": "noor", "rol": "leerling", "hoorbaar": True}

OSVS = (
    Row("osvs", "III.5", "mag_niet", {**SCHOOL, **EVENING, "wie": "leerkracht", "medium": "x", "schaadt_naam": True},
        {"schaadt_naam": False}),
    Row("osvs", "IV.2", "mag_niet", {"wie": "leerling", "handeling": "plaatsen", "medium": "instagram", "in_beeld": [],
                                     "inhoud": ["foto"], "lesopname": True, "moment": "2026-03-03T16:00"},
        {"lesopname": False}),
    Row("osvs", "IV.3", "mag_niet", {**SCHOOL, **EVENING, "wie": "leerkracht", "medium": "x", "schaadt_naam": True},
        {"schaadt_naam": False}),
    Row("osvs", "IV.4", "plicht", {**SCHOOL, **EVENING, "wie": "rvt", "medium": "linkedin"},
        {"handeling": "versturen"}),
    Row("osvs", "IV.M5", "mag_niet", {**SCHOOL, **EVENING, "wie": "teamleider", "medium": "x", "vertrouwelijk": True},
        {"vertrouwelijk": False}),
    Row("osvs", "IV.M6", "aandacht", {**SCHOOL, **EVENING, "wie": "leerkracht", "medium": "linkedin",
                                      "account": "prive", "hoedanigheid": "persoonlijk"}, {"hoedanigheid": None}),
    Row("osvs", "IV.M7", "mag_mits", {"wie": "leerkracht", "handeling": "discussie_voeren", "functie_vermeld": False},
        {"functie_vermeld": True}),
)  # fmt: skip
OZHW = (
    Row("ozhw", "1.5", "mag_niet", {**POST, "wie": "ouder", "medium": "facebook", "betreft_school": True,
                                    "schaadt_naam": True}, {"schaadt_naam": False}),
    Row("ozhw", "3.1", "aandacht", {**POST, "wie": "school", "medium": "linkedin", "doel": ["werving"],
                                    "moment": "2026-03-03T14:00"}, {"hoedanigheid": "persoonlijk"}),
    Row("ozhw", "3.2", "mag_mits", {**POST, "wie": "leerkracht", "medium": "youtube", "account": "school",
                                    "doel": ["onderwijs"], "tijdens_les": False}, {"tijdens_les": True}),
    Row("ozhw", "3.6", "mag_mits", {"wie": "leerkracht", "handeling": "plaatsen", "medium": "youtube",
                                    "account": "prive", "inhoud": ["video"], "in_beeld": [NOOR]},
        {"medium": "website"}),
    Row("ozhw", "4.5", "mag_niet", {**POST, "wie": "ouder", "medium": "facebook", "schaadt_anderen": True},
        {"schaadt_anderen": False}),
    Row("ozhw", "4.7", "plicht", {"wie": "leerling", "handeling": "liken"}, {"betreft_school": False},
        passes="niet_geregeld"),
    Row("ozhw", "4.9c", "mag_niet", {"wie": "leerling", "handeling": "doorsturen", "medium": "whatsapp", **TEXT,
                                     "plaats": "gang", "niet_voor_verspreiding": True},
        {"niet_voor_verspreiding": False}),
    Row("ozhw", "5.1", "plicht", {**POST, "wie": "leerkracht", "medium": "instagram", "account": "prive"},
        {"account": None}),
    Row("ozhw", "5.6", "mag_niet", {**POST, "wie": "leerkracht", "medium": "linkedin", "hoedanigheid": "in_functie",
                                    "strijdig_met_missie": True}, {"strijdig_met_missie": False}),
    Row("ozhw", "5.7", "mag_mits", {"wie": "leerkracht", "handeling": "discussie_voeren", "medium": "facebook",
                                    "betreft_school": True, **TEXT, "functie_vermeld": False},
        {"functie_vermeld": True}),
)  # fmt: skip
VERKRUISEN = (
    Row("verkruisen", "1", "vraag", {"wie": "oop", "handeling": "doorsturen", "medium": "sms", **TEXT, **EVENING,
                                     "doel": ["schoolnieuws"], "betreft_school": True}, {"medium": "whatsapp"}),
    Row("verkruisen", "2", "mag_mits", {"wie": "leerkracht", "handeling": "doorsturen", "medium": "linkedin", **TEXT,
                                        **EVENING, "onderwijs_gerelateerd": True, "hoedanigheid_vermeld": False,
                                        "betreft_school": True}, {"hoedanigheid_vermeld": True}),
    Row("verkruisen", "3", "mag_niet", {"wie": "teamleider", "handeling": "doorsturen", "medium": "whatsapp", **TEXT,
                                        **EVENING, "embargo": True, "betreft_school": True}, {"embargo": False}),
    Row("verkruisen", "4", "mag_niet", {"wie": "leerkracht", "handeling": "doorsturen", "medium": "x", **TEXT,
                                        **EVENING, "betreft_school": True, "schaadt_naam": True},
        {"schaadt_naam": False}),
    Row("verkruisen", "6", "plicht", {"wie": "oop", "handeling": "versturen", "medium": "snapchat",
                                      "moment": "2026-03-03T14:00"}, {"wie": "ouder"}),
)  # fmt: skip
AT_SCHOOL = {**SCHOOL, "tijdens_les": False}
SCHOOLS_PAGE = {**POST, "medium": "facebook", "account": "school", "doel": ["schoolnieuws"], "persoonsgegevens": False}
VSNON = (
    Row("vsnon", "1", "eerst_weten", {"wie": "leerkracht", "handeling": "discussie_voeren", "medium": "facebook",
                                      "situatie": "prive", "betreft_school": True, "persoonsgegevens": False,
                                      "tijdens_les": False, "teruggetrokken": False}, {"teruggetrokken": True}),
    Row("vsnon", "2c", "mag_niet", {**SCHOOLS_PAGE, "wie": "communicatiemedewerker", "embargo": True},
        {"embargo": False}),
    Row("vsnon", "2d", "mag_niet", {**AT_SCHOOL, "wie": "leerling", "medium": "snapchat", "schaadt_naam": True},
        {"schaadt_naam": False}),
    Row("vsnon", "3", "plicht", {**POST, "wie": "leerling", "medium": "instagram"}, {"betreft_school": False},
        passes="niet_geregeld"),
    Row("vsnon", "9c", "mag_niet", {**AT_SCHOOL, "wie": "leerling", "handeling": "doorsturen", "medium": "snapchat",
                                    "situatie": "op_school", "niet_voor_verspreiding": True},
        {"niet_voor_verspreiding": False}),
    Row("vsnon", "15", "mag_niet", {**SCHOOLS_PAGE, "wie": "leerkracht", "strijdig_met_missie": True},
        {"strijdig_met_missie": False}),
    Row("vsnon", "20", "mag_mits", {"wie": "leerkracht", "handeling": "discussie_voeren", "situatie": "prive",
                                    "betreft_school": True, "functie_vermeld": False}, {"functie_vermeld": True}),
    Row("vsnon", "21", "mag_mits", {**SCHOOL, "wie": "leerkracht", "medium": "linkedin", "account": "prive",
                                    "disclaimer": False}, {"disclaimer": True}),
)  # fmt: skip
PORTAL = {"medium": "ouderportaal", "moment": "2026-11-20T14:00"}
# What this protocol does not forbid, it often says nothing about.
SILENT = "niet_geregeld"
OUDERPORTAALSCHOOL = (
    Row("ouderportaalschool", "L5", "mag_niet", {**POST, **PORTAL, "wie": "leerkracht", "embargo": True},
        {"embargo": False}),
    Row("ouderportaalschool", "L8", "mag_niet", {**POST, "wie": "ouder", "medium": "facebook", "betreft_school": True,
                                                 "schaadt_anderen": True}, {"schaadt_anderen": False}, passes=SILENT),
    Row("ouderportaalschool", "L13", "mag_mits", {"wie": "leerkracht", "handeling": "plaatsen", "medium": "website",
                                                  "inhoud": ["geluid"],
                                                  "in_beeld": [{**HEARD, "toestemming": "geweigerd"}]},
        {"in_beeld": [{**HEARD, "toestemming": "gegeven"}]}),
    Row("ouderportaalschool", "L15", "mag_mits", {**PORTAL, "wie": "leerkracht", "handeling": "plaatsen",
                                                  "inhoud": ["tekst", "foto"], "in_beeld": [],
                                                  "om_trots_op_te_zijn": False}, {"om_trots_op_te_zijn": True}),
    Row("ouderportaalschool", "L16", "mag_niet", {"wie": "leerkracht", "handeling": "versturen", "medium": "whatsapp",
                                                  "publiek": "team", **TEXT, "privacy_geraakt": True},
        {"privacy_geraakt": False}, passes=SILENT),
    Row("ouderportaalschool", "L17", "mag_niet", {"wie": "leerkracht", "handeling": "doorsturen", "medium": "whatsapp",
                                                  **TEXT, "niet_voor_verspreiding": True},
        {"niet_voor_verspreiding": False}, passes=SILENT),
    Row("ouderportaalschool", "K2", "mag_niet", {"wie": "leerling", "handeling": "wachtwoord_delen"},
        {"handeling": "liken"}, passes=SILENT),
    Row("ouderportaalschool", "K3", "plicht", {"wie": "leerling", "handeling": "liken", "medium": "facebook",
                                               "betreft_school": True}, {"betreft_school": False}, passes=SILENT),
    Row("ouderportaalschool", "K4", "mag_niet", {"wie": "leerling", "handeling": "liken", "medium": "instagram",
                                                 "betreft_school": True, "kwetsend": True}, {"kwetsend": False},
        passes=SILENT),
    Row("ouderportaalschool", "O4", "mag_niet", {"wie": "ouder", "handeling": "versturen", "medium": "whatsapp",
                                                 "publiek": "ouders", **TEXT, "privacy_geraakt": True},
        {"privacy_geraakt": False}, passes=SILENT),
)  # fmt: skip
ROWS = (*OSVS, *OZHW, *VERKRUISEN, *VSNON, *OUDERPORTAALSCHOOL)
