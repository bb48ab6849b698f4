"""The setting of an act: account, capacity, audience, content, purpose, place, relation."""

from magdit.words.vocabulary import Vocabulary, Word

ACCOUNTS = Vocabulary(
    "account",
    (
        Word("school", "account van de school", "school account", also=("schoolaccount", "zakelijk")),
        Word("prive", "privéaccount", "private account", also=("privé", "privéaccount", "priveaccount", "eigen")),
        Word(
            "op_naam_van_school",
            "eigen account op naam van de school",
            "own account in the school's name",
            also=("in_naam_van_school",),
        ),
    ),
)

CAPACITIES = Vocabulary(
    "hoedanigheid",
    (
        Word("namens_school", "namens de school", "on behalf of the school", also=("namens_de_school",)),
        Word("in_functie", "in functie, op eigen naam", "in one's role"),
        Word("persoonlijk", "op persoonlijke titel", "personally", also=("prive", "privé", "op_persoonlijke_titel")),
    ),
)

AUDIENCES = Vocabulary(
    "publiek",
    (
        Word("openbaar", "iedereen", "public", also=("publiek", "iedereen", "public")),
        Word("semi_openbaar", "volgers of vrienden", "semi-public", also=("volgers", "vrienden")),
        Word("groep", "besloten groep", "closed group", also=("besloten_groep", "groepsgewijs")),
        Word("klas", "eigen klas of groep", "own class", ("groep",), ("eigen_groep",)),
        Word("ouders", "ouders van de groep", "parents of the group", ("groep",)),
        Word("team", "collega's", "colleagues", ("groep",), ("collegas", "intern")),
        Word("een_op_een", "één op één", "one-to-one", also=("één_op_één", "1_op_1", "prive", "privébericht")),
    ),
)

CONTENTS = Vocabulary(
    "inhoud",
    (
        Word("tekst", "tekst", "text"),
        Word("foto", "foto", "photo", also=("fotos", "foto's", "plaatje", "selfie", "beeld", "afbeelding")),
        Word("video", "video", "video", also=("film", "filmpje")),
        Word("geluid", "geluid", "sound", also=("audio", "stem")),
        Word("link", "link", "link"),
        Word("bestand", "bestand", "file", also=("bijlage", "document")),
    ),
)

PURPOSES = Vocabulary(
    "doel",
    (
        Word("schoolnieuws", "nieuws over de school", "school news", also=("pr", "activiteiten")),
        Word("werving", "werving van leerlingen of personeel", "recruitment"),
        Word("onderwijs", "onderwijs", "teaching", also=("les",)),
        Word(
            "leren_over_media", "leren over sociale media", "learning about media", ("onderwijs",), ("mediawijsheid",)
        ),
        Word("organisatie", "organisatie", "organisation", also=("praktisch", "afspraken")),
        Word("kennis_delen", "kennis delen", "sharing knowledge", also=("kennisdeling", "vakinhoud")),
        Word("mening", "een mening geven", "giving an opinion"),
        Word("veiligheid", "veiligheid", "safety"),
        Word("opleiding", "opleiding van leerkrachten", "teacher training"),
        Word("hulp", "hulp of zorg", "help"),
        Word("persoonlijk", "persoonlijk", "personal", also=("prive", "privé")),
    ),
)

PLACES = Vocabulary(
    "plaats",
    (
        Word("school", "op school", "at school", also=("op_school", "schoolgebouw")),
        Word("klaslokaal", "klaslokaal", "classroom", ("school",), ("lokaal", "klas")),
        Word("aula", "aula", "hall", ("school",)),
        Word("kantine", "kantine", "canteen", ("school",)),
        Word("gang", "gang", "corridor", ("school",)),
        Word("garderobe", "garderobe", "cloakroom", ("school",)),
        Word("schoolplein", "schoolplein", "schoolyard", ("school",)),
        Word("lerarenkamer", "lerarenkamer", "staff room", ("school",)),
        Word("kleedkamer", "kleedkamer", "changing room", ("school",)),
        Word("werk", "op het werk", "at work", also=("op_het_werk", "werkplek")),
        Word("excursie", "excursie of schoolreis", "school trip", ("werk",), ("schoolreis", "kamp")),
        Word("stageplek", "stageplek", "placement"),
        Word("thuis", "thuis", "at home"),
        Word("elders", "ergens anders", "elsewhere", also=("buiten", "vakantie")),
    ),
)

SITUATIONS = Vocabulary(
    "situatie",
    (
        Word("op_school", "op school", "at school", also=("school",)),
        Word("op_het_werk", "op het werk", "at work", also=("werk",)),
        Word("prive", "privé", "in private", also=("privé", "thuis")),
    ),
)

RELATIONS = Vocabulary(
    "relatie",
    (
        Word("geen", "geen andere band", "none"),
        Word("familie", "familie", "family", also=("familielid", "gezin")),
        Word("vriend", "bekende buiten school", "friend", also=("vriendenkring", "kennis", "bekende")),
        Word("eigen_kind", "eigen kind", "own child", ("familie",)),
        Word("eigen_leerling", "eigen leerling", "own pupil"),
        Word("collega", "collega", "colleague"),
    ),
)
