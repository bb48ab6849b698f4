"""Clauses about tone, asked of `magdit check` with a text: a harsh post meets them, the same with a calm text does not.

A word is a flag and never a verdict: the answer is "vraag", for a person.
"""

from tests.cli.clauses.row import Row

CALM = "De musical is vrijdag om zeven uur."
HARSH = "Wat een stelletje idioten, die ouders van groep 5."
THREAT = "Ik weet waar je woont, jij gaat hier spijt van krijgen."
DRINK = "Biertjes met 5 havo, we waren stomdronken!"
HATE = "Weg met al die moslims, het land uit."
SECRET = "Dit is ons geheimpje, vertel het niet aan je ouders."
BLAME = "Die nieuwe invaller kan echt niet lesgeven."
AT_SCHOOL = "|--feit|betreft_school=ja|--feit|plaats=kantine|--feit|tijdens_les=nee"
TEACHER = "--als|leerkracht|--medium|facebook|--feit|account=prive|--feit|disclaimer=ja|--feit|hoedanigheid=persoonlijk"
PUPIL = "--als|leerling|--medium|whatsapp"
PARENT = "--als|ouder|--medium|whatsapp"
REPLY, POST, FORWARD = (f"|--feit|handeling={action}" for action in ("reageren", "plaatsen", "doorsturen"))


def _tone(protocol: str, clause: str, who: str, text: str, effect: str, *, does: str = "", instead: str = "") -> Row:
    """Beside it stands the same with a calm text, or with another act instead of this one."""
    asks = f"--tekst|{text}|{who}{does}{AT_SCHOOL}"
    beside = f"--tekst|{text if instead else CALM}|{who}{instead or does}{AT_SCHOOL}"
    return Row(protocol, clause, effect, asks, beside, passes=PASSES.get(protocol, "mag"))


# What this protocol does not forbid, it often says nothing about.
PASSES = {"ouderportaalschool": "niet_geregeld"}
ROWS = (
    _tone("osvs", "III.3", PARENT, CALM, "aandacht", instead=FORWARD),
    _tone("osvs", "IV.6", PARENT, HARSH, "vraag"),
    _tone("osvs", "IV.6", TEACHER, THREAT, "vraag"),
    _tone("ozhw", "0.3", PARENT, HARSH, "vraag"),
    _tone("ozhw", "1.4", PARENT, CALM, "aandacht", instead=FORWARD),
    _tone("ozhw", "4.9e", PUPIL + "|--feit|account=prive|--feit|doel=persoonlijk", THREAT, "vraag"),
    _tone("ozhw", "4.10", PARENT, HARSH, "vraag"),
    _tone("vsnon", "U3", PARENT, CALM, "aandacht", instead=REPLY),
    _tone("vsnon", "U5", PARENT, CALM, "aandacht", does=REPLY, instead=POST),
    _tone("vsnon", "2a", PARENT, HARSH, "vraag"),
    _tone("vsnon", "9f", PARENT, THREAT, "vraag"),
    _tone("ouderportaalschool", "L10", TEACHER, DRINK, "vraag"),
    _tone("ouderportaalschool", "L10", TEACHER, HATE, "vraag"),
    _tone("ouderportaalschool", "L10", TEACHER, THREAT, "vraag"),
    _tone("ouderportaalschool", "L10", TEACHER, SECRET, "vraag"),
    _tone("ouderportaalschool", "L20", TEACHER, HARSH, "vraag"),
    _tone("ouderportaalschool", "L20", TEACHER, BLAME, "vraag"),
    _tone("ouderportaalschool", "L21", TEACHER + REPLY, HARSH, "vraag"),
    _tone("ouderportaalschool", "K9", PUPIL, HARSH, "vraag"),
    _tone("ouderportaalschool", "K11", PUPIL + REPLY, HARSH, "vraag"),
    _tone("ouderportaalschool", "O5", PARENT, HARSH, "vraag"),
    _tone("ouderportaalschool", "O6", PARENT + REPLY, HARSH, "vraag"),
)
