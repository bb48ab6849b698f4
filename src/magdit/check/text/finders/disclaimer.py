"""Finds the sentence that says: this is my own view, not the school's. It counts for the author, so it must be plain.

A disclaimer that is denied ('nooit op persoonlijke titel') or that others are told to use is at most possible.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.once import once_a_sentence
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_OWN = r"(?:eigen|persoonlijke|prive|strikt persoonlijke)"
_VIEW = r"(?:mening(?:en)?|opvatting(?:en)?|visie|standpunt(?:en)?|uitlating(?:en)?|tweets?|berichten?|posts?)"
_SOME = r"(?:\w{1,20}[\s,]{1,2})"
_EMPLOYER = r"(?:school|werkgever|bestuur|stichting|organisatie)"
_SAYS = r"(?:ik|dit|mijn|deze|bovenstaande|alles|wat ik|tweets?|berichten|posts?|hier)"
_CERTAIN = words(
    rf"{_SAYS}\s{_SOME}{{0,6}}?op\s(?:strikt\s)?(?:persoonlijke|eigen)\stitel",
    rf"op\s(?:strikt\s)?(?:persoonlijke|eigen)\stitel\s{_SOME}{{0,2}}?{_SAYS}",
    r"(?:mijn\s)?(?:meningen?|opvattingen|uitspraken|posts?|berichten|tweets)\s(?:(?:hier|in|op|van|dit|deze|mijn|account|blog"
    r"|profiel|pagina|kanaal|berichten|tweets|genoemd|geuit|staan)\s){0,4}(?:zijn|is)\s"
    r"(?:alleen\s|puur\s|volledig\s|uitsluitend\s|enkel\s){0,2}van (?:mijzelf|mezelf"
    r"|mij)",
    rf"(?:geeft|geven|is|zijn|vertolkt)\s(?:\w{{1,12}}\s){{0,2}}niet\s(?:\w{{1,12}}\s)?de {_VIEW} van (?:de |mijn "
    rf"|onze ){_EMPLOYER}",
    rf"mijn\s{_OWN}\s(?:mening|kijk|visie)[\s,]{{1,2}}(?:en\s)?los van (?:mijn|de|onze) (?:{_EMPLOYER}|werk|functie)",
    r"(?:staat|is|zijn|staan) los van mijn (?:werk|functie|rol|baan|werkgever)(?: (?:voor|bij|op"
    r"|als) (?:\w{1,12} )?(?:school|\w{2,20}))?",
    r"(?:zeg|vind|schrijf|post|reageer|meld|plaats|spreek) (?:ik )?op\s(?:persoonlijke|eigen)\stitel",
    rf"(?:dit|deze|het|bovenstaande|dat)\s{_SOME}{{0,4}}?(?:is|zijn|betreft|geeft|geven"
    rf"|vertolkt)\s{_SOME}{{0,4}}?{_OWN}\s{_VIEW}",
    rf"(?:mijn|m'n|dit is|puur)\s(?:een\s|mijn\s|puur\s){{0,2}}{_OWN}[\s-]?{_VIEW}(?:\s(?:en|,)"
    rf"|,)\s{_SOME}{{0,2}}?(?:niet|geen)\s{_SOME}{{0,4}}?{_EMPLOYER}",
    rf"{_VIEW}[\s,]{{1,2}}{_SOME}{{0,5}}?niet\s(?:noodzakelijk\s|per se\s)?(?:die|dat|namens"
    rf"|van)\s{_SOME}{{0,3}}?{_EMPLOYER}",
    rf"(?:spreek|schrijf|post|reageer|praat|zeg)\s{_SOME}{{0,3}}?(?:niet\snamens\s{_SOME}{{0,3}}?{_EMPLOYER}"
    r"|(?:namens|voor)\s(?:mezelf|mijzelf))",
    rf"niet\snamens\s(?:de|mijn|onze|het)\s(?:\w{{1,20}}\s)?{_EMPLOYER}",
    r"(?:views|opinions|tweets|posts)(?:\sexpressed)?(?:\shere)?\s(?:are\s)?(?:strictly\s)?(?:my|mine)(?:\sown)?",
    r"(?:these|this|all) (?:views|opinions|posts|is|are) (?:\w{1,12} ){0,3}?(?:my (?:own|personal) (?:view"
    r"|opinion)s?|my own)",
    r"(?:i am |i'm )?(?:speaking|writing|posting) (?:for myself|in (?:a|my) personal capacity)",
    r"(?:do|does) not (?:necessarily )?(?:reflect|represent) (?:the )?(?:views?|opinions?|position) of (?:my|the"
    r"|our) (?:school|employer)",
    r"not (?:necessarily )?(?:those|that) of my (?:school|employer)",
)
# By itself, or behind a few words; 'een leerkracht schrijft op persoonlijke titel' is about another.
_BARE = re.compile(
    r"(?:^|[\n.!?(\[|:,-])\s?(?:\w{1,20}\s){0,2}(?P<said>op\s(?:strikt\s)?(?:persoonlijke|eigen)\stitel)"
    r"(?=\s?[.:!)\],|-]|\s?$|\s?\n| geschreven| geplaatst| en niet)"
)
_POSSIBLE = words(
    rf"(?:mijn|m'n)\s{_OWN}\s(?:mening|opvatting|visie)",
    rf"naar mijn {_OWN} mening",
    r"(?:mijn|dit is (?:een|mijn|puur))\s(?:prive|eigen|persoonlijke)-?(?:mening|opvatting|visie)",
    r"dit is (?:puur|alleen|slechts|gewoon|enkel) mijn (?:mening|visie|kijk)",
    r"als (?:mezelf|mijzelf|moeder|vader|ouder|privepersoon|burger|inwoner)(?: en|,)? niet als (?:leerkracht|leraar"
    r"|juf|meester"
    r"|docent|medewerker)",
    r"als\s(?:prive|privepersoon|particulier)",
    rf"niet\s(?:verantwoordelijk|aansprakelijk)\s(?:voor|gesteld)\s{_SOME}{{0,4}}?(?:derden|anderen|inhoud|reacties)",
)
_ALONE = re.compile(r"(?:^|[\n.!?(\[|#])\s?(?P<said>(?:prive-?|eigen |persoonlijke )mening)(?=\s?[:.)\]|]|\s?$)")
# No view of one's own, but a reserve all the same: the clauses on own views are not served by it.
_NO_RIGHTS = words(
    rf"(?:aan|uit) {_SOME}{{1,5}}?(?:kunnen|kan|kunt|kun|zijn|is|mag|mogen) {_SOME}{{0,3}}?geen rechten"
    rf" {_SOME}{{0,3}}?(?:ontleend|ontlenen"
    r"|verbonden)",
    rf"(?:er )?(?:kunnen|kan) {_SOME}{{0,3}}?geen rechten {_SOME}{{0,4}}?(?:ontleend|ontlenen)",
    rf"(?:aan|uit) {_SOME}{{1,5}}?geen rechten (?:te )?ontlenen",
    r"onder voorbehoud van (?:druk- en zetfouten|zetfouten|drukfouten|typefouten|fouten en wijzigingen)",
    r"(?:druk|zet|typ)fouten voorbehouden|wijzigingen voorbehouden",
    r"no rights (?:can|may) be derived from (?:this|these) \w{3,15}",
)
_AUTHOR = words("ik", "mijn", "m'n", "me", "mij", "dit", "deze", "wij", "we")
_YOURS = words("uw", "je", "jouw", "zijn eigen", "haar eigen", "hun")
_DENIED = re.compile(
    r"(?<![^\W_])(?:geen|nooit|zonder|niet|of|tenzij|moet je|moeten we|vermeld|voeg|zet)"
    r"\s(?:\w{1,20}\s){0,3}['\"]?\Z"
)
_TOLD = re.compile(r"['\"”’]?,?['\"”’]? (?:zei|zegt|vond|schreef|antwoordde|riep|aldus)(?![^\W_])")
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("titel", "mening", "opvatting", "visie", "standpunt", "uitlating", "namens", "mezelf", "mijzelf", "voor ons"),
    *("niet als", "los van", "view", "opinion", "tweets", "posts", "my own", "myself", "capacity", "employer"),
    *(
        "particulier",
        "prive",
        "aansprakelijk",
        "geen rechten",
        "voorbeh",
        "no rights",
        "uitspraken",
        "verantwoordelijk",
        "van mijn",
        "die van",
        "berichten",
    ),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Certain when both halves are there or the set phrase is used; 'mijn eigen mening' alone is possible."""
    if not _STEMS.are_in(text):
        return ()
    certain = [
        found("disclaimer", text.span(*match.span(group)), sure=not _is_denied(text, match, group), code="disclaimer")
        for pattern, group in ((_CERTAIN, 0), (_BARE, "said"))
        for match in pattern.finditer(text.folded)
    ]
    half = [
        found("disclaimer", text.span(*match.span()), sure=False, code="disclaimer_half")
        for match in _POSSIBLE.finditer(text.folded)
    ]
    half += [
        found("disclaimer", text.span(*match.span("said")), sure=False, code="disclaimer_half")
        for match in _ALONE.finditer(text.folded)
    ]
    reserve = [
        found("disclaimer", text.span(*match.span()), sure=False, code="no_rights")
        for match in _NO_RIGHTS.finditer(text.folded)
    ]
    return once_a_sentence(text, [*certain, *half, *reserve])


def _is_denied(text: Text, match: re.Match[str], group: int | str = 0) -> bool:
    start = match.start(group)
    if _DENIED.search(text.folded[max(0, start - 45) : start]):
        return True
    if _TOLD.match(text.folded, match.end(group)):  # 'dat is mijn eigen mening, zei de hoofdpersoon'
        return True
    # 'Als iemand niet namens de school spreekt', 'dit is uw eigen mening': said to others, not by the author.
    by_others = match[0].startswith("niet namens") and not around(text, match.span(), _AUTHOR, reach=60)
    return by_others or _YOURS.search(match[0]) is not None
