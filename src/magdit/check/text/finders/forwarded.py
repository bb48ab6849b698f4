"""Finds words of someone else that were passed on: forwarded mail, quoted replies, a copied chat, 'zoals X appte'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.once import side_by_side
from magdit.check.text.stems import Stems, has_any
from magdit.check.text.text import Text

# Each of these needs one of `_SHAPED`.
_SURE = re.compile(
    r"[ \t*_]{0,8}(?P<shape>"
    r"(?:(?:re|antw)\s?:\s?)?(?:fwd?|doorst|doorgestuurd|tr)\s?:[^\n]{0,80}"
    r"|-{2,10}\s?(?:oorspronkelijk bericht|doorgestuurd bericht|original message|forwarded message)[^\n]{0,40}"
    r"|(?:begin )?doorgestuurd bericht[^\n]{0,40}|forwarded message[^\n]{0,40}"
    r"|rt @[^\n]{1,80}"
    r"|>(?! ?\d) ?[^\n]{1,200}"
    r"|(?:van|from)\s?:[^\n]{1,80}\n[ \t]{0,8}(?:aan|to|verzonden|sent|datum|date|onderwerp|subject)\s?:[^\n]{0,80}"
    r"|op [^\n]{4,60} schreef [^\n]{1,60}:(?=\s{0,5}(?:\n|$))"
    r"|op [^\n]{4,40} om \d{1,2}[:.]\d\d(?: uur)?,? schreef [^\n]{1,60}"
    r"|op [^\n]{4,50} heeft [^\n]{1,60} geschreven:(?=\s{0,5}(?:\n|$))|on [^\n]{4,60} wrote:"
    r"|\[?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?\]?(?: -)? [^\n:]{2,40}: [^\n]{0,80}"
    r")"
)
_SHAPED = (":", ">", "bericht", "message", "rt @", "schreef")
_WHO = r"(?:de |een |mijn |onze |haar |zijn )?[a-z]{2,20}(?: (?:van|de|der|den|el)){0,2}(?: [a-z]{2,20})?"
_WROTE = r"(?:appte|app'te|mailde|stuurde|smste|sms'te|whatsappte|twitterde|tweette|postte|dm'de|texted|emailed)"
_MAYBE = words(
    "doorgestuurd(?: bericht)?", "doorgestuurde", "geforward", "doorgeappt", r"dit kreeg ik(?: net)? binnen",
    r"kreeg dit (?:bericht|mailtje|appje) van", "repost", "gerepost", "stuur dit door", "as received", "forwarded",
    r"(?:screenshot(?:je)?s?|schermafdruk(?:ken)?|printscreen) (?:van|uit|met) (?:de |het |een |ons |onze |mijn "
    r"|haar "
    r"|zijn )?\w{2,20}",
    rf"(?:zoals|wat) {_WHO} (?:net |gisteren |vandaag |mij |me |ons |al ){{0,2}}{_WROTE}",
    rf"{_WHO} {_WROTE} (?:me|mij|ons|net|vandaag|gisteren|in de (?:groeps?)?app)(?: \w{{1,12}}){{0,2}}\s?:",
    r"(?:ik |we |wij )?(?:kreeg|kregen|ontving) (?:ik |we |wij )?(?:net |zojuist |gisteren )?(?:dit|deze|een)"
    r" (?:app|bericht|mail)(?:je|tje)? ?:",
    r"uit de (?:groeps|klassen|ouder|team)?app ?:|onderstaande? (?:bericht|mail|app)(?:je|tje)? van",
    r"zie (?:de |het |deze )?(?:mail|bericht|app|mailtje|berichtje) (?:hieronder|onderaan|van de|van een)"
    r"|ter info doorgestuurd",
    r"(?:ik |we )?stuur (?:het|dit|deze|jullie|hem) (?:\w{1,10} ){0,2}?door(?! als| aan wie)",
    rf"{_WHO} {_WROTE}\s?:|(?:kreeg|kregen) (?:ik|we|wij) (?:\w{{1,9}} )?binnen",
    rf"{_WHO} (?:mailt|appt)(?: (?:ons|mij|me))?\s?:",
    r"gedeeld (?:vanaf|via|van) (?:facebook|instagram|tiktok|linkedin|x|twitter|whatsapp)|via via gekregen",
    r"schreef [a-z]{2,20} (?:in|op) (?:de|een|het) (?:\w{0,8}app|mail|groep|bericht)",
    r"(?:onderstaande?|bijgaande?|bovenstaande?|dit|deze) (?:bericht|mail|e-mail|app|tekst)(?:je|tje)?"
    r" (?:kreeg|kregen|ontving|ontvingen|komt van|kwam van|is van)(?: (?:ik|wij|we))?",
    r"(?:ik citeer|letterlijk citaat|(?:ge)?knip(?:t)? en (?:ge)?plakt?|gekopieerd uit (?:de |het )?\w{2,20}"
    r"|copy ?paste)",
    r"(?:hieronder|hierbij) (?:het|een|de) (?:bericht|mail|mailtje|reactie|appje) van",
)  # fmt: skip
_PASSIVE = re.compile(
    r"(?<![^\W_])(?:word|wordt|worden|werd|werden|is|zijn|heb|heeft|hebben|had|geworden) (?:\w{1,12} ){0,3}\Z"
)
_ELSEWHERE = re.compile(r" (?:word|wordt|worden|naar (?:de|het|een|onze|uw|je)) ")
# Without one of these there are no words about passing on.
_STEMS = Stems(
    *("doorgest", "forward", "doorgeappt", "binnen", "kreeg", "kregen", "ontving", "repost", "stuur dit"),
    *("screenshot", "schermafdruk", "printscreen", "appte", "app'te", "mailde", "stuurde", "smste", "sms'te"),
    *("twitterde", "tweette", "postte", "dm'de", "texted", "emailed", "received", "citeer", "citaat", "knip"),
    *("gekopieerd", "copy", "komt van", "kwam van", "is van", "hieronder", "hierbij", "app:", "app :"),
    *("onderstaand", "gedeeld", "via via", "schreef", "zie ", "door", "mailt", "appt", "schrijft"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """The shapes that mail and chat programs make are certain; a word about passing on is possible."""
    certain = [match.span("shape") for match in _shapes(text.folded)] if has_any(text, _SHAPED) else []
    hints = _MAYBE.finditer(text.folded) if _STEMS.are_in(text) else ()
    possible = [match.span() for match in hints if not _is_sent_on(text, match)]
    return (
        *side_by_side(text, (found("forwarded", text.span(*span), sure=True, code="forwarded") for span in certain)),
        *(found("forwarded", text.span(*span), sure=False, code="forwarded_words") for span in possible),
    )


def _is_sent_on(text: Text, match: re.Match[str]) -> bool:
    """'De brief is doorgestuurd naar de gemeente', 'doorgestuurd worden': somebody or something goes elsewhere."""
    if not match[0].startswith("doorgestuurd"):
        return False
    lead = text.folded[max(0, match.start() - 30) : match.start()]
    return bool(_PASSIVE.search(lead) or _ELSEWHERE.match(text.folded, match.end()))


def _shapes(read: str) -> Iterator[re.Match[str]]:
    """What starts a line as a mail or chat program would; only the starts of lines are tried."""
    start = 0
    while True:
        shape = _SURE.match(read, start)
        if shape:
            yield shape
        start = read.find("\n", shape.end() if shape else start) + 1
        if not start:
            return
