"""Finds an unkind judgement about how someone works or is: 'die juf kan niet lesgeven'. A flag; a person weighs it.

It takes a person (a role with 'die', 'onze', 'deze', or a name with a capital) and a judgement in the same sentence.
Who is ill, late for once or bad at penalties is not judged; nor is a school, a day or a lesson.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_ROLE = (
    r"(?:(?:gym|muziek|school|vak|inval)?(?:juf|juffrouw|meester|docente?|leraar|lerares|leerkracht|directeur"
    r"|directrice"
    r"|rector|mentor|conrector|concierge|schoolleider|teamleider|invaller|stagiaire?|coach|trainer|collega"
    r"|begeleider|ib'?er|onderwijsassistente?))"
)
_SOME_ONE = (
    rf"(?:(?:die|deze|onze|mijn|zijn|haar|hun|jullie|jouw"
    rf"|de)\s(?:\w{{1,15}}\s)?{_ROLE}(?:\svan\s\w{{1,15}}(?:\s\w{{1,15}})?)?|(?:juf|meester|meneer|mevrouw|mr|mw"
    rf"|dhr)\.?\s[a-z]{{2,20}})"
)
_NAME = r"(?:[a-z]{2,20}(?:\s(?:van|de|der|den|el|ter|ten)){0,2}(?:\s[a-z]{2,20})?)"
_SO = (
    r"(?:(?:zo|echt|gewoon|ook|toch|dus|wel|altijd|een|heel|hele|erg|totaal|helemaal|volstrekt|volkomen|compleet"
    r"|super"
    r"|zeer|maar|nogal|behoorlijk|ontzettend|enorm|veel te|te|hartstikke|duidelijk|al jaren)\s){0,4}"
)
_BAD = (
    r"(?:waardeloos|waardeloze|incompetente?|onbekwaam|onbekwame|ongeschikte?|onbetrouwba(?:ar|re)|oneerlijke?"
    r"|partijdige?"
    r"|onprofessione(?:el|le)|prutser"
    r"|luie?|achterbakse?|vals|valse|gemeen|gemene|hypocriete?|schijnheilige?|arrogante?|onfatsoenlijke?"
    r"|onbeschofte?|vreselijke?"
    r"|verschrikkelijke?|dramatische?|belabberde?|beroerde?|knettergek|niet goed wijs|leugenaar|bedrieger|ramp"
    r"|slappeling"
    r"|nietsnut|onbenul|amateur|autoritaire?|sadist|tiran|geen knip voor de neus waard|laf|laffe|lafaard)"
)
# 'Vreselijk lief': what follows may turn it around.
_END = (
    r"(?=\s?[.!?,;:)]|\s?$|\s?\n|\s(?:en|want|omdat|als|met|voor|tegen|die|hoor|in|geworden|hij|zij|ze|is|zeg|man"
    r"|haha)(?![^\W_])"
    r"|\s(?:juf|meester|docent|leraar))"
)
_CANNOT = (
    r"kan(?:\s(?:\w{1,12}\s){0,3}?|\s)(?:niet|geen|totaal niet|helemaal niet|absoluut niet)\s(?:\w{1,12}\s){0,2}?"
    r"(?:lesgeven|les geven|uitleggen|luisteren|leidinggeven|leiding geven|orde houden|met kinderen omgaan"
    r"|omgaan met kinderen"
    r"|plannen|communiceren|organiseren|normaal doen)"
)
_DOES = (
    r"(?:kan er (?:echt |helemaal |gewoon )?(?:niks|niets|geen (?:bal|moer|snars|hout)) van|bakt er (?:echt "
    r"|helemaal )?(?:niks|niets) van"
    r"|heeft geen (?:orde|overwicht|hart voor|idee waar|benul|verstand van)|deugt niet|deugt van geen kant"
    r"|is (?:echt |gewoon |totaal |absoluut ){0,2}niet te vertrouwen|liegt (?:altijd|alles|de boel|iedereen)"
    r"|liegt dat"
    r"|trekt (?:altijd |steeds |de |zijn |haar )[\w' ]{0,25}voor|geeft (?:altijd "
    r"|alleen )?\w{0,12} ?onvoldoendes omdat|doet (?:echt |helemaal |nooit |de hele dag )?(?:niks|niets"
    r"|geen moer)(?! liever| anders| dan)"
    r"|snapt er (?:echt |helemaal )?(?:niks|niets) van|hoort niet voor de klas|had nooit (?:voor de klas|leraar|juf"
    r"|meester)"
    r"|moet(?:en)? (?:ze |eens |echt |snel |onmiddellijk ){0,2}(?:ontslagen worden|opstappen|oprotten|weg(?=[.!]"
    r"|$))|hebben ze nooit moeten aannemen"
    r"|is (?:echt |gewoon ){0,2}niet geschikt(?= (?:voor (?:groep|klas|de klas|onderwijs|het onderwijs|dit vak"
    r"|kinderen)|als)|[.!]|$)|zit alleen maar op (?:zijn|haar) telefoon|pest (?:kinderen|leerlingen"
    r"|collega's))"
)
_JUDGED = words(
    rf"(?P<who>{_SOME_ONE})\s(?:(?:{_CANNOT})|(?:{_DOES})|(?:is|was|blijft|vind ik|vinden wij)\s{_SO}{_BAD}{_END})",
    rf"wat (?:is|was|een)\s(?:dat\s)?{_SO}(?:slechte|{_BAD})\s{_ROLE}",
    r"(?:die|hij|zij|ze) kan (?:\w{1,12} ){0,3}?(?:niet|geen) (?:\w{1,12} ){0,2}?(?:lesgeven|les geven|orde houden"
    r"|leidinggeven"
    r"|met kinderen omgaan|omgaan met kinderen|uitleggen(?! wat| hoe| waarom))",
    rf"wat (?:is|was) (?:die|deze|onze|de) {_ROLE}\s{_SO}{_BAD}",
    rf"{_SOME_ONE}\sdoet\s(?:zijn|haar) werk niet(?: goed)?{_END}",
    rf"(?:is|was|blijft|vind)\s(?:\w{{1,15}}\s){{0,3}}?(?:de|een)\s{_SO}(?:slechtste|waardeloze|slechte|luiste"
    rf"|belabberde"
    rf"|incompetente)\s{_ROLE}(?:\sdie er is|\sooit)?",
    rf"(?:slechtste|waardeloze|incompetente|belabberde)\s{_ROLE}",
    rf"(?:moet(?:en)?|mogen ze|kunnen ze)\s(?:die|deze|onze|de)\s{_ROLE}\s{_SO}(?:ontslaan|wegsturen|schorsen"
    rf"|eruit gooien)",
    r"(?:that|this|our|the) (?:teacher|principal|headmaster|coach) (?:can't teach|cannot teach|is (?:so |really "
    r"|just )?(?:useless|incompetent|lazy|terrible|awful))",
)
_NAMED = words(
    rf"(?P<name>{_NAME})\s(?:(?:{_CANNOT})|(?:{_DOES})|(?:is|was|blijft)\s{_SO}{_BAD}{_END})",
)
_DENIED = re.compile(
    r"(?<![^\W_])(?:niet zeggen|nooit|zeg niet|schrijf niet|stel|als|wolf|heks|verhaal|boek|film|sprookje|musical"
    r"|rol)(?![^\W_])[^.!?\n]{0,60}\Z"
)
_QUOTES = re.compile(r"\"[^\"\n]{1,200}\"|„[^”\n]{1,200}”|“[^”\n]{1,200}”|(?<!\w)'[^'\n]{1,200}'(?!\w)|«[^»\n]{1,200}»")
# Without one of these there is nothing to find.
_STEMS = (
    *("lesgeven", "les geven", "uitleggen", "luisteren", "leiding", "orde", "omgaan", "plannen", "communiceren"),
    *("organiseren", "normaal", "waardelo", "incompetent", "onbekwa", "ongeschikt", "geschikt", "onbetrouwba"),
    *("oneerlijk", "partijdig", "onprofess", "prutser", "lui", "achterbaks", "vals", "gemeen", "gemene", "hypocriet"),
    *(
        "schijnheilig",
        "arrogant",
        "onfatsoen",
        "onbeschoft",
        "werk niet",
        "onbeschoft",
        "vreselijk",
        "verschrikkelijk",
        "dramatisch",
        "belabberd",
        "beroerd",
    ),
    *("knettergek", "wijs", "leugenaar", "bedrieger", "ramp", "slappeling", "nietsnut", "onbenul", "amateur"),
    *("autoritair", "sadist", "tiran", "knip", "laf", "niks", "niets", "moer", "bakt", "deugt", "vertrouwen", "liegt"),
    *("trekt", "onvoldoendes", "snapt", "hoort niet", "had nooit", "ontsla", "opstappen", "oprotten", "moet weg"),
    *("telefoon", "pest", "slecht", "useless", "terrible", "awful", "lazy", "teach", "overwicht", "benul", "verstand"),
    *("idee", "hart", "wegsturen", "schorsen"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Always 'mogelijk'. What is quoted, or told of a story, is left alone."""
    if not has_any(text, _STEMS):
        return ()
    quotes = [match.span() for match in _QUOTES.finditer(text.folded)]
    judged = [
        *_JUDGED.finditer(text.folded),
        *(match for match in _NAMED.finditer(text.folded) if _is_a_name(text, match)),
    ]
    return tuple(
        found("about_person", text.span(*match.span()), sure=False, code="about_person")
        for match in judged
        if not _is_told(text, match, quotes)
    )


def _is_a_name(text: Text, match: re.Match[str]) -> bool:
    """A capital that no sentence asks for, or a first and a last name that both have one."""
    start = text.span(*match.span("name"))[0]
    written = text.original[start:].split()[: len(match["name"].split())]
    capitals = [word for word in written if word[:1].isupper()]
    before = text.original[:start].rstrip(" \"“'(")
    opens = not before or before[-1] in ".!?\n:"
    return bool(capitals) and written[0][:1].isupper() and (not opens or len(capitals) > 1)


def _is_told(text: Text, match: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    if any(start < match.start() and match.end() < end for start, end in quotes):
        return True
    return _DENIED.search(text.folded, max(0, match.start() - 90), match.start()) is not None
