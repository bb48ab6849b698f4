"""Finds marks that say a text is not for everyone: vertrouwelijk, intern, niet delen. Talk about trust is no mark.

A rule about keeping things to oneself ("vertrouwelijke informatie delen we niet") marks no text as confidential either.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.once import once_a_sentence
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

# A mark stands at the start of a line, in brackets or by itself; elsewhere 'vertrouwelijk' is only a word.
_MARK = re.compile(
    r"(?:^|[\[(|*#>]|\n|[.!?:]\s)[ \t*_#>\[(]{0,5}(?:(?:strikt|zeer|uiterst|strictly)\s)?"
    r"(?P<mark>vertrouwelijk|confidentieel|confidential|geheim(?= ?[:\])])|persoonlijk en vertrouwelijk"
    r"|strictly private|(?:alleen|uitsluitend|strikt) intern|intern(?= ?[:\])])|(?:even )?(?:onder"
    r"|tussen) ons(?= ?:)|internal only"
    r"|staff only|team only)"
    r"(?![^\W_])(?=\s{0,3}(?:[:!.\])*|\n-]|$))"
)
# 'Vertrouwelijk verslag' at the very start is a stamp; 'een vertrouwelijk stuk' is talk.
_HEADING = re.compile(
    r"\A(?P<mark>Vertrouwelijk|VERTROUWELIJK) (?:verslag|document|stuk|notitie|memo|bericht|rapport|advies)\b"
)
# In the name of a file words hang together with lines: VERTROUWELIJK_verslag.jpg.
_FILE = re.compile(
    r"(?:^|[_ -])(?P<mark>vertrouwelijk|confidential|(?:strikt[_ -])?intern|niet[_ -](?:delen|verspreiden))"
    r"(?=[_ .-])[^\n/]{0,80}\.(?:jpe?g|png|heic|webp|gif|mp4|mov|pdf|docx?)\Z"
)
_PAPER = (
    r"(?:bericht(?:je)?|mail(?:tje)?|e-mail|info(?:rmatie)?|nieuws|verslag|notulen|stuk(?:ken)?|document(?:en)?"
    r"|notitie"
    r"|besluit|foto's?|lijst|memo|brief|app(?:je)?|plan(?:nen)?|uitslag(?:en)?|cijfers|gegevens|concept|bijlage"
    r"|tekst)"
)
_SUBJECT = (
    rf"(?:dit|dat|deze\s\w{{1,20}}|het\svolgende|onderstaande|bovenstaande|bijgaande\s\w{{1,20}}|(?:dit|het"
    rf"|de)\s{_PAPER})"
)
_HOW = r"(?:(?:nog|strikt|zeer|uiterst|wel|echt|even|dus|voorlopig)\s){0,3}"
_TEAM = (
    r"(?:het team|ons team|teamleden|collega's|medewerkers|leerkrachten|docenten|personeel|het personeel|de directie"
    r"|directie|het mt|mt|het bestuur|bestuur|de mr|mr|intern gebruik|de geadresseerde|de ontvanger)"
)
_SAID = words(
    rf"{_SUBJECT}\s(?:is|zijn|blijft|blijven)\s{_HOW}(?:vertrouwelijk|confidentieel)",
    rf"(?:dit|deze\s\w{{1,20}})\s(?:is|blijft)\s{_HOW}geheim",
    rf"{_PAPER}\s(?:is|zijn|blijft)\snog\s(?:even\s|strikt\s){{0,2}}(?:geheim|vertrouwelijk)",
    r"(?:dit|dat) is (?:nog |strikt |alleen |echt )?intern(?=\s?[.!,)]|\s?$)",
    r"(?:dit|het)\s(?:graag\s|svp\s|aub\s|nog\s|even\s){0,3}(?:binnen (?:het team|de school|deze groep)|onder ons"
    r"|intern|stil) houden",
    "strikt vertrouwelijk",
    r"(?:is|zijn|blijft)\s(?:dus\s|wel\s|echt\s)?nog\s(?:strikt\s|even\s|zeer\s){0,2}vertrouwelijk",
    r"(?:dit is|dit (?:bericht|document|stuk) bevat|bevat)\s(?:strikt\s|zeer\s)?vertrouwelijke (?:informatie"
    r"|gegevens|info)",
    r"in vertrouwen (?:gedeeld|verteld|gezegd)|(?:stuur|deel|vertel|zeg|schrijf"
    r"|meld)\s(?:\w{1,10}\s){0,4}in vertrouwen",
    r"(?:dit|dat|het) (?:moet|mag|kan|graag) (?:\w{1,10} ){0,2}?(?:onder|tussen) ons blijven",
    r"(?:dit|het) blijft (?:nog |even |strikt )?binnen (?:deze|dit|onze|de|het) (?:\w{0,8}app|groep|team|school"
    r"|muren|kring|mt)",
    r"(?:alleen|uitsluitend) (?:bestemd |bedoeld )?voor (?:de )?(?:geadresseerde|ontvanger)",
    r"(?:alleen|uitsluitend) intern (?:gebruik|gebruiken|delen|bedoeld|bespreken)",
    r"(?:tot \w{1,12} |nog |even |graag ){1,2}(?:geheim ?houden|stilhouden)|geheimhouding (?:tot|voor|geldt)"
    r"|geheimhouding(?=\s?[:!])",
    r"(?:dit|deze info)\s(?:mag|moet|gaat|komt)\s(?:dus\s|nog\s|echt\s){0,2}(?:de school|het team"
    r"|dit lokaal) niet (?:uit|verlaten)",
    r"not to be shared(?: outside \w{2,10}(?: \w{2,12})?)?",
    r"(?:alleen|uitsluitend|slechts)\s(?:bestemd\s|bedoeld\s)?voor\sintern\sgebruik",
    "voor intern gebruik",
    r"(?:for )?internal use(?: only)?",
    r"(?:dit\s)?blijft (?:nog |even |wel |dus ){0,2}(?:onder|tussen) ons",
    "(?:even )?onder ons gezegd(?: en gezwegen)?",
    rf"(?:houd|hou|houden|laten we)\s(?:we\s|jullie\s)?(?:dit|het|deze|die)(?:\s{_PAPER})?\s{_HOW}(?:voor jezelf"
    rf"|voor jullie zelf|voor je"
    rf"|onder ons"
    rf"|tussen ons"
    r"|geheim|stil|intern|binnen het team|binnenskamers|vertrouwelijk)",
    r"(?:dit|het) blijft (?:nog |even |strikt )?(?:binnenskamers|intern|binnen (?:het team|de school|deze groep))",
    "mondje dicht",
    "niet (?:bestemd )?voor (?:publicatie|derden|buitenstaanders|de buitenwereld)",
    "strictly confidential",
    "not for publication",
    r"keep (?:this|it) (?:strictly )?(?:confidential|between us|to yourself|private|quiet)",
    r"(?:this|it) is (?:strictly |still )?confidential",
    r"(?:this|it) stays between us",
    "do not (?:share|forward|distribute)(?: (?:this|it|further|with anyone|with others))?(?=\\s?[.!,)\\n]|$)",
)
_ON = (
    r"(?:openbaar maken|communiceren|rondvertellen|verspreiden|doorsturen|delen|doorvertellen|vertellen|doorgeven"
    r"|rondsturen)"
)
_ASKED = words(
    rf"(?:a\.?u\.?b\.?\s|svp\s|nog\s|graag\s|dit\s)?niet\s(?:verder\s|buiten (?:het team|deze groep|de school)\s)?"
    rf"{_ON}(?:\s(?:a\.?u\.?b|svp|met anderen|met derden))?",
    rf"(?:deel|stuur|vertel|verspreid)\sdit\s{_HOW}niet\s?(?:verder|door|rond)?",
    rf"(?:zeg|vertel)\s(?:hier\s)?{_HOW}(?:niks|niets)\s(?:over\s)?(?:tegen|aan)\s(?:de\s)?(?:ouders|kinderen"
    rf"|leerlingen|anderen)",
    r"(?:nog |even |graag |svp ){1,2}(?:onder de pet|voor je|voor jezelf|binnenskamers) ?(?:te )?houden",
    r"vertrouwelijk (?:te |willen )?behandelen|(?:puur|alleen|uitsluitend|enkel) voor intern(?! gebruik)",
    r"(?:dit |het |deze )?(?:nog|graag|svp) (?:nog )?niet (?:met|aan|naar|op) (?:\w{1,14} ){1,3}?(?:delen|zetten"
    r"|plaatsen|posten|doorsturen|vertellen)",
    r"(?:mag|mogen|kan|kunnen)\s(?:dit\s|het\s|er\s|dus\s){0,2}nog niet\s(?:verder\s)?"
    r"(?:gedeeld|verspreid|gepubliceerd|geplaatst|verteld|doorgestuurd|bekend)",
    r"dit mag (?:je |u |jij )?(?:nog )?aan niemand (?:\w{1,12} )?vertellen",
    r"(?:nog |dit |het ){0,2}aan niemand (?:door|verder )?(?:vertellen|doorvertellen|laten zien|zeggen)",
    r"praat (?:er|hier) (?:nog )?niet over(?: met| tegen)?",
    r"(?:graag|svp|aub|nog) vertrouwelijk houden|alleen voor (?:jullie|jouw|uw) ogen|voor (?:jullie|jouw"
    r"|uw) ogen alleen",
    r"nog (?:even )?(?:niks|niets) (?:hier)?(?:over )?(?:zeggen|vertellen|laten merken)",
    r"(?:is|zijn|blijft)\s(?:dus\s|wel\s|echt\s)?nog\s(?:strikt\s|even\s){0,2}geheim(?= voor (?:de )?(?:ouders"
    r"|leerlingen|kinderen|buiten))",
    r"please (?:don't|do not) (?:share|forward)(?:(?=\s?[.!,]|\s?$)| (?:this|it|yet)(?: with \w{2,12})?)",
    rf"(?:mag|mogen)\s{_HOW}niemand\s{_HOW}weten",
)
# 'We gaan nog niet naar buiten' is the weather; it must be news that stays inside.
_OUTSIDE = words(
    rf"(?:{_SUBJECT}|(?:het |de )?{_PAPER})\s(?:\w{{1,15}}\s){{0,4}}?(?:nog\s)niet\s(?:naar buiten|openbaar"
    rf"|officieel|publiek)",
    rf"(?:dit|{_PAPER})\smag\s(?:echt\s|absoluut\s|dus\s)?niet naar buiten",
    r"nog niet bekend bij (?:de )?(?:ouders|leerlingen|kinderen|collega's|team|pers)",
    r"nog niet (?:naar buiten (?:brengen|gebracht|worden gebracht|toe brengen|communiceren)|bekend ?maken"
    r"|openbaar maken)",
    r"(?:communiceer|communiceren we|breng|vertel|deel|meld) (?:dit |het )?nog niet (?:naar buiten|met ouders"
    r"|aan ouders)",
)
_FOR_THE_TEAM = re.compile(
    rf"(?:(?:^|[\n(\[]|[.!?:]\s)[ \t*_]{{0,4}}|{_SUBJECT}\s(?:is|zijn|blijft)\s{_HOW}|(?<![^\W_]){_PAPER}\s)"
    rf"(?P<mark>(?:alleen|uitsluitend|enkel|slechts)\s(?:bestemd\s|bedoeld\s)?voor\s{_TEAM})(?![^\W_]|\s(?:is|zijn"
    rf"|geldt|gelden|mogen|mag|kunnen|kan|staat)(?![^\W_]))"
)
# Rules about keeping things to oneself are no mark: 'foto's mag je niet delen', 'niet delen zonder toestemming'.
_A_RULE = re.compile(
    r"(?<![^\W_])(?:mag|mogen|moet|moeten|kun|kan|kunt|wil|willen|zullen|zal|we|wij|om|door|te|die|dat|foto's|wie|wat"
    r"|altijd|nooit|alles|leren|leert|en|is|informatie|gegevens|should|we|must|may)\s(?:\w{1,20}\s){0,4}\Z"
)
_A_CONDITION = re.compile(r"_|\s(?:wat|wie|zonder|van|door|met (?:twee|drie|elkaar)|maar|als|wanneer|tenzij)")
# 'Geheimhouding geldt voor alle leden, zie artikel 7': a rule in a book of rules marks no text.
_IN_A_RULEBOOK = words(
    r"artikel|art\. ?\d|reglement\w*|statuten|statuut|\w{0,12}code|protocol|wet|medezeggenschapsraad|leden"
    r"|iedereen|plicht"
    r"|geheimhoudingsplicht|beroeps\w*|klachtenregeling|regeling|richtlijn(?:en)?|beleid"
)
# 'Alleen voor personeel: de parkeerplaats' stands on a door.
_A_DOOR = re.compile(
    r"[^.!?\n]{0,30}(?<![^\W_])(?:parkeer\w*|toilet\w*|wc'?s?|ingang|uitgang|lift|kantine|koelkast|koffie\w*|fiets\w*|deur|trap"
    r"|kamer|ruimte|keuken|plaatsen|plekken|lunch|borrel|uitje|taart|kluis\w*)(?![^\W_])"
)
_ITSELF = ("dit", "deze", "deel dit", "onderstaande", "bovenstaande", "bijgaande", "het volgende", "this")
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("vertrouw", "confiden", "geheim", "intern", "delen", "deel ", "stuur", "verspr", "doorst", "vertel"),
    *("doorge", "rondst", "commun", "openba", "naar buiten", "plaatsen", "posten", "zetten", "bekend", "zeg"),
    *("gedeeld", "niet voor ", "niemand", "niks", "niets", "mondje", "onder ons", "tussen ons", "houd", "hou "),
    *("blijft", "praat", "alleen voor", "uitsluitend", "enkel voor", "slechts", "bestemd", "private", "share"),
    *("forward", "publication", "between us", "to yourself", "staff only", "team only", "derden", "buitenw"),
    *("quiet", "de school niet", "onder de pet", "voor intern", "ogen"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """A mark is certain; a request not to pass it on is possible."""
    if not _STEMS.are_in(text):
        return ()
    read = text.folded
    # The bare word in small letters is a word, as in a list; a stamp has a capital or a sign.
    certain = [
        *((match.span("mark"), "mark") for match in _MARK.finditer(read) if text.original != match["mark"]),
        *((match.span("mark"), "mark") for match in _FILE.finditer(read)),
        *((match.span("mark"), "mark") for match in _HEADING.finditer(text.original)),
        *((match.span(), "said") for match in _SAID.finditer(read) if not _is_no_mark(text, match)),
    ]
    asked = [match.span() for match in _ASKED.finditer(read) if not _is_a_rule(text, match)]
    inside = [match.span("mark") for match in _FOR_THE_TEAM.finditer(read) if not _A_DOOR.match(read, match.end())]
    inside += [match.span() for match in _OUTSIDE.finditer(read) if not _A_CONDITION.match(read, match.end())]
    findings = [
        *(found("confidential", text.span(*span), sure=True, code=code) for span, code in certain),
        *(found("confidential", text.span(*span), sure=False, code="asked") for span in asked),
        *(found("confidential", text.span(*span), sure=False, code="inside") for span in inside),
    ]
    return once_a_sentence(text, findings)


def _is_no_mark(text: Text, match: re.Match[str]) -> bool:
    if match[0].startswith("geheimhouding") and around(text, match.span(), _IN_A_RULEBOOK, reach=80):
        return True
    return _is_a_rule(text, match)


def _is_a_rule(text: Text, match: re.Match[str]) -> bool:
    lead = text.folded[max(0, match.start() - 50) : match.start()]
    about_itself = match[0].startswith(_ITSELF)
    rule = _A_RULE.search(lead) and not about_itself
    return bool(rule or _A_CONDITION.match(text.folded, match.end()))
