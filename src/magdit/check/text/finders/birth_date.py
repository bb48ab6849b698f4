"""Finds dates of birth: a date with 'geboren', 'geb.' or 'jarig' near it. Other dates are the school's calendar."""

from __future__ import annotations

import re

from magdit.check.text.finders.birthdays import birthdays, is_birthday, is_nobody
from magdit.check.text.finders.dates import Dated, bare_dates, whole_dates
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, behind, digits, has_digit, listed, words
from magdit.check.text.ordinary import is_ordinary
from magdit.check.text.people.known import first_names
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_OLDEST = 1926  # someone born earlier stands in the history book, not in the class
# 'Hij is van 5 aug. 2013', 'mijn zoon is van 3-3-2015', 'Noor is van 2014-03-01': somebody is of that day.
_IS_OF = re.compile(
    r"(?<![^\W_])(?P<who>[^\W\d_][\w'-]{1,20})(?: (?:is|was|zijn|ben)|'s)(?: (?:ook|al|echt|zelf|pas|er een|eentje))?"
    r" (?:van|uit)(?: de)? ?(?:(?:ma|di|woens|donder|vrij|zater|zon)(?:an|ns)?dag )?\Z"
)
_PERSONS = words(
    "hij", "zij", "ze", "die", "ik", "tweeling", "drieling", "baby", "kleuter", "peuter", "leerling", "jongste",
    "oudste", "middelste", r"(?:klein)?(?:zoon|dochter)(?:tje)?", "zoontje", "broer(?:tje)?", "zus(?:je)?", "nichtje",
    "neef(?:je)?", "kind(?:eren)?", "meisje", "jongen", "vriend(?:in)?", "kleinkind", "nicht",
)  # fmt: skip
_LEAD = re.compile(r" ?[(](?:van |uit |[mvjx],? ?)?\Z|(?<=[^\W\d_])(?:,|;|:| -| \||\t) ?\Z")
_YOUNGEST = 2023  # a later date between brackets is the day of something
_TELLING = (
    "geb",
    "jarig",
    "verja",
    "born",
    "birth",
    "dob",
    "d.o.b",
    "wereld",
    "licht",
    "*",
    "°",
    "†",
    "(",
    "bday",
    "b-day",
    "word",
    "werd",
    "turns",
    "gb",
    "b.",
    "gd",
)
_BARE_DIGITS = 6  # '030316'
_OPENS = re.compile(r"(?:\A|.*[:|;\t])?[\s|*•>\-\d.)]{0,8}\Z")
_FULL_NAME = re.compile(
    r"(?<!\w)[^\W\d_a-z][\w'-]{1,20} (?:(?:van|de|der|den|ter|ten|el|al|'t|v\.?d\.?|la|te)"
    r" ){0,3}[^\W\d_a-z][\w'-]{1,25} ?\Z"
)
_NAME_TURNED = re.compile(r"(?:\A|[|;\s])[^\W\d_a-z][\w'-]{1,20}, (?P<given>[^\W\d_a-z][\w'-]{1,20})\Z")
# 'Wie geboren is na 1 oktober': a rule for a whole year of children.
_RULE = words(r"geboren (?:is |zijn )?(?:na|tussen|voor|vanaf|tot|op of na)")
_BORN = listed(
    "born",
    r"geb(?:oorte)?[ .-]{0,2}(?:datum|dat|dtm|dag)",
    r"geboorte(?:gegevens|datums?|dd|dtm)",
    r"geb\. ?datum",
    r"geb\. ?dat",
    r"gd(?= ?[:.=])",
    r"geboorteplaats",
    r"geboorteplaats en -?datum",
    r"geboorte\w{0,10}[/ -]{1,3}\w{2,10}(?= ?[:=])",
)
_SIGN = re.compile(r"(?<![\w*])[*°†]\s?\Z|(?<![^\W_])b\. ?\Z")
_ITEM = re.compile(r"(?<![^\s])(?:\d{1,2}[).]|[-•*]) (?P<name>[^\W\d_][\w'-]{1,20})(?: [^\W\d_][\w' -]{1,30})? \Z")
_AGE = re.compile(r",? ?\(?(?:nu )?\d{1,2} (?:jaar|jr|years old)(?! geleden| ago)(?![^\W_])")
_HEADING = re.compile(
    r"(?:\A|\n)(?=[^\n]{0,160}[;|\t,])[^\n]{0,160}(?:geboortedatum|geb\. ?datum|geb\.? ?dat|geboren|dob|date of"
    r" birth)[^\n]{0,160}\n"
)


# A name and a date in columns or brackets tell as well, but then the date is written in full.
_COLUMNS = (" van ", "|", ", ", ": ", "\t", ";", " - ", ") ", ". ", "- ", "• ", "* ")
_IN_FULL = re.compile(r"\d ?[-/. ] ?\d{1,2} ?[-/. ] ?\d|\d[ -][a-z]{3,9}\.? '?\d\d|(?:19|20)\d\d[-/.]\d")


def find(text: Text) -> tuple[Finding, ...]:
    """Certain with a year and 'geboren'; a day and month with 'jarig' is possible."""
    if not (_is_told_somewhere(text) or (has_any(text, _COLUMNS) and _IN_FULL.search(text.folded))):
        return ()
    heading = _HEADING.search(text.folded) if "\n" in text.folded else None
    table = heading.end() if heading else len(text.folded)
    whole = [finding for dated in whole_dates(text) if (finding := _born(text, dated, in_table=dated.start >= table))]
    bare = [
        found("dob", text.span(d.start, d.end), sure=True, code="birth_date")
        for d in (bare_dates(text) if digits(text) >= _BARE_DIGITS else ())
        if _names_it(text, d)
    ]
    return (*whole, *bare, *birthdays(text))


def _is_told_somewhere(text: Text) -> bool:
    return (has_digit(text) or "duizend" in text.folded) and has_any(text, _TELLING)


def _born(text: Text, dated: Dated, *, in_table: bool) -> Finding | None:
    span = text.span(dated.start, dated.end)
    if dated.year < _OLDEST or is_nobody(text, (dated.start, dated.end)):
        return None
    if in_table or _is_told(text, dated):
        return found("dob", span, sure=True, code="birth_date")
    if _is_somebodys(text, dated):
        return found("dob", span, sure=False, code="birth_date")
    if is_birthday(text, (dated.start, dated.end)):
        return found("dob", span, sure=False, code="birthday")
    return None


def _is_told(text: Text, dated: Dated) -> bool:
    if before(text, dated.start, _RULE, reach=45):
        return False
    told = before(text, dated.start, _BORN, reach=45) or behind(text, dated.end, _BORN, reach=30)
    return bool(told or _SIGN.search(text.folded, max(0, dated.start - 4), dated.start))


def _is_somebodys(text: Text, dated: Dated) -> bool:
    """'Storm de Graaff (12-08-2015)', 'Fenna (3-3-2015)', and a name that opens its line: a year one can be born in."""
    if dated.year <= _YOUNGEST and _AGE.match(text.folded, dated.end):
        return True
    if dated.year <= _YOUNGEST and _is_of(text, dated):
        return True
    item = _ITEM.search(text.folded, max(0, dated.start - 60), dated.start)
    if item and dated.year <= _YOUNGEST and item["name"] in first_names():
        return True
    lead = _LEAD.search(text.folded, max(0, dated.start - 6), dated.start)
    if dated.year > _YOUNGEST or lead is None:
        return False
    begin = max(text.folded.rfind("\n", 0, dated.start) + 1, dated.start - 42)
    written = text.original[text.span(begin, begin + 1)[0] : text.span(lead.start(), dated.start)[0]]
    full, last = _FULL_NAME.search(written), written.rpartition(" ")[2].strip()
    if lead[0].strip(" (,") in ("m", "v", "x", "j"):
        return True
    if "(" not in lead[0]:
        begins = _OPENS.match(written[: full.start() if full else written.rfind(last)])
        named = full is not None and not _is_a_thing(full[0].split()[0].lower())
        turned = _NAME_TURNED.search(written)
        if turned and turned["given"].lower() in first_names():
            return True
        return begins is not None and (named or _is_in_a_list(text, last, dated))
    known = last.lower() in first_names() and (last[:1].isupper() or not is_ordinary(last.lower()))
    return full is not None or known


def _is_of(text: Text, dated: Dated) -> bool:
    match = _IS_OF.search(text.folded, max(0, dated.start - 48), dated.start)
    if match is None:
        return False
    capital = text.original[text.span(*match.span("who"))[0]].isupper()
    return _PERSONS.fullmatch(match["who"]) is not None or (capital and match["who"] in first_names())


def _is_a_thing(word: str) -> bool:
    """'Protocol Pesten, 1-8-2019' is a paper, not a person."""
    return is_ordinary(word) and word not in first_names()


def _is_in_a_list(text: Text, last: str, dated: Dated) -> bool:
    """'Guus, 9-4-2015, 06…': a first name that opens its line, and after the date nothing or another column."""
    rest = text.folded[dated.end : dated.end + 2].strip(" ")
    return last[:1].isupper() and last.lower() in first_names() and rest[:1] in ("", ",", ";", "|", "\n", "\t")


def _names_it(text: Text, dated: Dated) -> bool:
    # Six digits are a date only right behind 'geb.dat.:'.
    reach = 25 if dated.end - dated.start > 6 else 14
    told = before(text, dated.start, _BORN, reach=reach)
    return dated.year >= _OLDEST and told is not None and (reach > 14 or dated.start - told.end() <= 3)
