"""Finds account names: @noorvd, noor#1234, or the name behind 'insta:' and 'snap:'. Knows and looks up no accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.ordinary import is_word_or_name
from magdit.check.text.people.known import first_names
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_AT = re.compile(r"(?<![^\W_])(?<![@.+/])@([^\W_][\w.-]{0,39}|_[\w.]{1,39})(?P<server>@[a-z0-9.-]{1,40}\.[a-z]{2,10})?")
_TAG = re.compile(r"(?<![\w#])[a-z][\w.]{1,30}#\d{4}(?!\w)")
_PLATFORM = (
    r"(?:insta(?:gram|\(gram\))?|ig|snap|snapchat|snapp(?:ie)?|tiktok|tik tok|discord"
    r"|roblox|twitter|telegram|twitch|facebook|fb"
    r"|youtube|yt|bereal|be real|signal|strava|kik|vsco|playstation|ps ?[345]|nintendo|switch|epic(?: games)?"
    r"|fortnite|minecraft|xbox|psn|steam|threads|gamer ?(?:tag|naam)|linkedin|pinterest|mastodon|bluesky|sc|tt"
    r"|onder de naam|noemt zich(?:zelf)?|nickname|username|spelersnaam|account(?= ?(?:heet|is|:)))"
)
_PLATFORMS = Stems(
    *("insta", "ig", "snap", "tik", "discord", "roblox", "twit", "telegram", "face", "fb", "tube", "yt", "real", "kik"),
    *("signal", "strava", "vsco", "playst", "ps", "nintendo", "switch", "epic", "fortnite", "minecraft", "xbox"),
    *(
        "steam",
        "thread",
        "gamer",
        "linkedin",
        "pinterest",
        "mast",
        "blue",
        "sc",
        "tt",
        "account",
        "r de naam",
        "noemt",
        "nickn",
        "usern",
        "spelersn",
    ),
)
# What may stand between the platform and the account: a colon, an arrow, a little picture; never the end of a sentence.
_SIGNS = r"[^\w\s@.,;?!)\]\"']{1,4}"
_NAMED = re.compile(
    rf"(?<![^\W_]){_PLATFORM}(?: ?[/&+,] ?(?:{_PLATFORM})| (?:en|of) {_PLATFORM}){{0,2}}"
    r"[ -]?(?:account|accountnaam|naam|handle|kanaal|user|username|id|tag|profiel|gebruikersnaam|nick)?(?: me| mij)?"
    rf"(?P<lead> ?{_SIGNS}(?:\s|(?: ?@){{1,2}} ?)?|[:=]\s@?| ?[!?] ?@?| naar @?"
    r"|(?: van)?(?: [a-z']{2,15}){1,2}(?: is |: | ?\()@?"
    r"|(?:(?: is)? veranderd in| is nu| heet nu| is| was| heet| van \w{2,20} is| als"
    r"| ben ik| heet ik| heten we| ik ben| sta ik als| onder(?: de naam)?)[: ] ?@?| @? ?)(?P<value>[^\W_][\w.-]{2,30})"
)
_ON = re.compile(
    rf"(?<![\w@./-])(?P<value>[^\W_][\w.]{{2,30}})(?:(?: toe)? (?:op|on|via|in|bij)| ?[(\[]|,)"
    rf" ?(?:mijn |m'n |op |on )?{_PLATFORM}(?![^\W_])"
)
_MINE = re.compile(
    rf"(?<![^\W_])(?:mijn|m'n|mn|my|men|zijn|haar|je|add|voeg|volg) (?:me |mij )?(?:op |on |toe op )?(?={_PLATFORM})"
)
_PLAIN_END = re.compile(r"[.!?](?:\s|\Z)|\s{0,3}(?:\Z|\n|[,;/|)(!?]|(?:en|of|and|or|ook|toevoegen|volgen)(?![^\W_]))")
_IS_FILE = re.compile(r"\A.?\Z|\.(?:jpe?g|png|pdf|docx?|xlsx?|mp4|heic|csv|txt)\Z")
_NO_PLATFORM, _PLATFORM_ALONE = re.compile(r"account|username|nickname|onder|noemt|spelers"), re.compile(_PLATFORM)
_PARTICIPLE = re.compile(r"(?:ge|ver|be|ont)[a-z]{2,14}(?:d|t|en)|prive|openbaar|stuk|kapot|weg")
_TIME = re.compile(r"\d{1,2}(?:[.:u]\d{0,2}|uur|h|am|pm)?\Z")


def find(text: Text) -> tuple[Finding, ...]:
    """With @ for certain. Behind the name of a platform it may also be an ordinary word."""
    beside = (*_behind_platform(text), *_before_platform(text)) if _PLATFORMS.are_in(text) else ()
    return (*_with_at(text), *_tagged(text), *beside)


def _with_at(text: Text) -> Iterator[Finding]:
    if "@" not in text.folded:
        return
    for match in _AT.finditer(text.folded):
        name = match[1].rstrip(".-")
        end = match.end() if match["server"] else match.start(1) + len(name)
        if match["server"] or not (_IS_FILE.search(name) or _TIME.match(name) or name in word_list("no_handles")["at"]):
            mention = _is_mention(text, match.start(1), name)
            yield found("handle", text.span(match.start(), end), sure=not mention, code="handle")


def _is_mention(text: Text, start: int, name: str) -> bool:
    """'@Noor kun jij morgen?' calls a person by name; an account is written without a capital."""
    return name.isalpha() and text.original[text.span(start, start + 1)[0]].isupper() and name in first_names()


def _tagged(text: Text) -> Iterator[Finding]:
    if "#" in text.folded:
        for match in _TAG.finditer(text.folded):
            if match[0].partition("#")[0] not in word_list("no_handles")["number"]:
                yield found("handle", text.span(*match.span()), sure=False, code="handle_after_platform")


def _behind_platform(text: Text) -> Iterator[Finding]:
    for match in _NAMED.finditer(text.folded):
        value = match["value"].rstrip(".-")
        end = match.start("value") + len(value)
        if len(value) < 3 or value in word_list("no_handles")["word"] or _TIME.match(value):
            continue
        if _PLATFORM_ALONE.fullmatch(value):
            continue
        told = _announced(text, match) and _PLAIN_END.match(text.folded, end) and not is_word_or_name(value)
        told = told and not (_PARTICIPLE.fullmatch(value) or _NO_PLATFORM.match(match[0]))
        link = text.folded.startswith("/", end)
        if told or (not link and (_made_up(value) or _has_humps(text, (match.start("value"), end)))):
            start = match.start("value") - (text.folded[match.start("value") - 1] == "@")
            yield found("handle", text.span(start, end), sure=False, code="handle_after_platform")


def _before_platform(text: Text) -> Iterator[Finding]:
    """'volg noor.vd op insta', 'noor_v op snap': only what no word looks like."""
    for match in _ON.finditer(text.folded):
        if _made_up(match["value"]) and not _TIME.match(match["value"]):
            yield found("handle", text.span(*match.span("value")), sure=False, code="handle_after_platform")


def _made_up(value: str) -> bool:
    """Signs that no ordinary word has: noor_xx, noor.vd, noor2016, xxnoorxx."""
    return bool(re.search(r"_|^[^-]*[^\W\d_]\d|\d[^\W\d_]|[^\W_]\.[^\W_]|xx|[^\W\d_]-\d{2,4}\Z", value))


def _has_humps(text: Text, span: tuple[int, int]) -> bool:
    """'TijnLive': a capital inside, as in no word of a sentence."""
    written = text.original[slice(*text.span(*span))]
    return any(one.islower() and other.isupper() for one, other in pairwise(written))


def _announced(text: Text, match: re.Match[str]) -> bool:
    """'insta: noorvd', 'mijn snap is noorvd', 'add me op snap noorvd'; not 'ik snap het'."""
    mine = _MINE.search(text.folded, max(0, match.start() - 25), match.end())
    return match["lead"].strip().startswith((":", "=")) or (mine is not None and mine.end() == match.start())
