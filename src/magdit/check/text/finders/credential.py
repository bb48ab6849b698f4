"""Finds passwords, pin codes, logins and keys that stand in a text. 'Wachtwoord vergeten?' is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_HIDDEN = (
    r"(?:(?:wifi|wi-fi|inlog|school|gast(?:en)?|beheer|admin|account|standaard|tijdelijke?|nieuwe?|oude|zoom|teams"
    r"|magister|google)[- ]?)?"
    r"(?:wachtwoord(?:en)?|wachtwrd|wachtw|wwoord|ww|password|passwd|passcode|passphrase|pwd|pw|pass|pincode|pin|inlogcode|toegangscode|alarmcode|deurcode"
    r"|kluiscode|koppelcode|activatiecode|registratiecode|aanmeldcode|wachtzin|lescode|klassencode|klascode"
    r"|classroom-?code|class code|join-?code|spelcode"
    r"|slotcode|wificode|wifi-?sleutel|netwerksleutel|herstelcode|verificatiecode|sms-?code|api-?key|api-?sleutel"
    r"|access key|secret|token|vergadercode|hekcode"
    r"|sleutelkluiscode|cijferslot|geheime code|security code|recovery code|backupcode|licentiecode"
    r"|licentiesleutel|deelcode)"
)
_USER = (
    r"(?:inlognaam|gebruikersnaam|gebruiker|username|user name|user|login|loginnaam|log-in|inlog|inloggegevens"
    r"|logincode|wifi|wi-fi|code|sleutel|netwerk|ssid)"
)
_BETWEEN = r"(?:\s[a-z][a-z-]{0,18}){0,4}"
_OPEN = r"[\s\"'“”‘’«(*`]{0,3}"
_SHUT = "\"'“”‘’»)*`"
_BEHIND = rf"{_BETWEEN}\s?(?:[:=]|->|=>){_OPEN}(?P<value>\S{{3,64}})"
_MARKED = (
    re.compile(rf"(?<![^\W_])(?P<what>{_HIDDEN}){_BEHIND}"),
    re.compile(rf"(?<![^\W_])(?P<what>{_USER}){_BEHIND}"),
)
_SAID = re.compile(
    rf"(?<![^\W_])(?P<what>{_HIDDEN}|{_USER}){_BETWEEN}\s(?:is|was|wordt|luidt|blijft)(?:\s(?:nu|weer|voortaan"
    rf"|vanaf vandaag|dus|now|gewoon))?[ :]{_OPEN}(?P<value>\S{{3,64}})"
)
_JOINED = re.compile(rf"(?<![^\W_])(?P<what>{_HIDDEN}|code)\s{_OPEN}(?P<value>\S{{3,64}})")
_FARTHER = re.compile(rf"(?<![^\W_])(?P<what>{_HIDDEN})(?:\s[a-z][a-z-]{{1,14}}){{1,2}}\s{_OPEN}(?P<value>\S{{5,64}})")
_TOGETHER = re.compile(
    r"(?<![^\W_])(?:inlog(?:gen|gegevens)?|login|log in|aanmelden|wifi|account)\s?(?:met|:|with"
    r"|via)?\s?(?P<value>[^\s/+]{2,40}\s?(?:/|\+|\||(?<=\s)(?:en|and)(?=\s))\s?\S{3,40})"
)
# The name to sign in with is half of the key when the password stands beside it.
_PAIR = re.compile(
    r"(?<![^\W_])(?:inlognaam|gebruikersnaam|gebruiker|username|user name|user|login|loginnaam|inloggen met|inlog"
    r"|naam|id)"
    rf"(?: is)?{_OPEN}(?P<user>[^\s,;/|]{{2,40}})[\s,;/|\"'”’)]{{1,4}}(?:(?:en|and|met|with|het|de|je|the)\s){{0,2}}"
    rf"{_HIDDEN}(?:\s(?:is|luidt))?\s?(?:[:=]|->)?{_OPEN}(?P<value>\S{{3,64}})"
)
_KEY = re.compile(
    r"(?<![^\W_])(?:sk-[a-z0-9_-]{16,80}|sk_live_[a-z0-9]{10,60}|gh[pousr]_[a-z0-9]{20,60}|github_pat_\w{20,90}|akia[a-z0-9]{16}|aiza[\w-]{30,45}"
    r"|xox[abp]-[\w-]{10,80}|glpat-[\w-]{16,40}|eyj[\w-]{10,400}\.eyj[\w-]{10,800}\.[\w-]{6,400}|-----begin [a-z"
    r" ]{0,20}private key-----)"
)
_DIGITS_SPACED = re.compile(r"\d{2,4}(?:[ -]\d{2,4}){1,3}")
_PLACEHOLDER = re.compile(r"[*x.…_•-]{3,}|[\[<{]|\?")
_TELLING = Stems(
    *(
        "ww",
        "wacht",
        "pass",
        "pw",
        "pin",
        "code",
        "log",
        "user",
        "gebruik",
        "wifi",
        "wi-fi",
        "key",
        "token",
        "sleutel",
        "slot",
    ),
    *(
        "sk-",
        "sk_",
        "gh",
        "git",
        "akia",
        "aiza",
        "xox",
        "glpat",
        "account",
        "aanmeld",
        "secret",
        "eyj",
        "ssid",
        "netwerk",
        "wwoord",
    ),
)
_COUNTS, _CLICKS = (
    re.compile(r"\d{1,2}[.:u]\d\d|\d+(?:e|ste|de|x)\Z"),
    re.compile(r"\d(?:-\d){2,5}(?!\w)|\d{3} \d{3}(?![\w.,])"),
)
# The name of an account for play or friends is an account: `handle.py` finds it.
_ELSEWHERE = re.compile(r"minecraft|roblox|insta|snap|tiktok|discord|fortnite|twitch|youtube|xbox|psn|steam|facebook")
_MIXED = re.compile(r"(?=[^\s]{0,60}[a-z])(?=[^\s]{0,60}\d)[a-z0-9#!$%&*+_-]{5,64}")
_PARTS = re.compile(r"/|\+|\||\s(?:en|and)\s")


def find(text: Text) -> tuple[Finding, ...]:
    """Behind a colon for certain; behind 'is' or a space only when the value does not look like a word."""
    if not _TELLING.are_in(text):
        return ()
    keys = (found("credential", text.span(*m.span()), sure=True, code="credential") for m in _KEY.finditer(text.folded))
    return (*_marked(text), *_said(text), *_joined(text), *_together(text), *_paired(text), *keys)


def _marked(text: Text) -> Iterator[Finding]:
    for match in (match for pattern in _MARKED for match in pattern.finditer(text.folded)):
        user = match.re is _MARKED[1]
        if user and _ELSEWHERE.search(match[0]):
            continue
        if _is_placeholder(match["value"]) or (_is_word(text, match) and (user or _goes_on(text, match))):
            continue
        if (
            user
            and match["what"] in ("code", "sleutel", "netwerk", "wifi", "wi-fi", "inlog")
            and not _has_digit(match["value"])
        ):
            continue
        yield _finding(text, match, sure=not user, code="credential")


def _said(text: Text) -> Iterator[Finding]:
    for match in _SAID.finditer(text.folded):
        if not (_is_placeholder(match["value"]) or _is_word(text, match)):
            sure = _has_digit(match["value"]) and bool(re.match(_HIDDEN, match["what"]))
            yield _finding(text, match, sure=sure, code="credential_said")


def _joined(text: Text) -> Iterator[Finding]:
    """'pincode 4821', 'ww Linde2026!', 'login noorvd pass Vlinder8': the value shows that it is one."""
    for match in _JOINED.finditer(text.folded):
        value = match["value"].rstrip(".,;" + _SHUT)
        mixed = _has_digit(value) and any(sign.isalpha() for sign in value)
        shown = _CLICKS.match(text.folded, match.start("value"))
        if (mixed or _is_a_pin(match["what"], shown[0] if shown else value)) and not (
            _is_placeholder(value) or _COUNTS.match(value)
        ):
            yield _finding(text, match, sure=False, code="credential_said")
    for match in _FARTHER.finditer(text.folded):  # 'toegangscode Teams 9f3kq2'
        value = match["value"].rstrip(".,;" + _SHUT)
        if _MIXED.fullmatch(value) and not _COUNTS.match(value):
            yield _finding(text, match, sure=False, code="credential_said")


def _is_a_pin(what: str, value: str) -> bool:
    """'pincode 4821', 'code 1-9-4'; not 'pas 2026' and not 'code 12'."""
    if what == "code":
        return _CLICKS.match(value) is not None
    value = value.strip("#")
    digits = value.isdigit() and 4 <= len(value) <= 8
    return digits and re.match(_HIDDEN, what) is not None and what not in ("pass", "token", "secret", "pw")


def _together(text: Text) -> Iterator[Finding]:
    for match in _TOGETHER.finditer(text.folded):
        name, _, secret = (part.strip() for part in _PARTS.sub("\x00", match["value"], count=1).partition("\x00"))
        if (
            _has_digit(secret)
            and re.search(r"[a-z]", secret)
            and not name.startswith(("http", "www"))
            and "." not in secret.rstrip(".")
        ):
            yield _finding(text, match, sure=False, code="login_and_password")


def _paired(text: Text) -> Iterator[Finding]:
    """'Gebruikersnaam gast3b, wachtwoord appel-taart': both as one, when one of them is no plain word."""
    for match in _PAIR.finditer(text.folded):
        user, value = (match[name].rstrip(".,;:!?" + _SHUT) for name in ("user", "value"))
        plain = user.replace("-", "").isalpha() and value.isalpha()
        if plain or not user or not value or _is_placeholder(value) or _is_placeholder(user):
            continue
        span = text.span(match.start(), match.start("value") + len(value))
        yield found("credential", span, sure=_has_digit(value), code="login_and_password")


def _finding(text: Text, match: re.Match[str], *, sure: bool, code: str) -> Finding:
    return found("credential", text.span(match.start(), _end(text, match)), sure=sure, code=code)


def _has_digit(value: str) -> bool:
    return any(sign.isdigit() for sign in value)


def _is_placeholder(value: str) -> bool:
    word = value.rstrip(".,;:!?" + _SHUT)
    return _PLACEHOLDER.match(value) is not None or word in word_list("no_passwords")["word"]


def _is_word(text: Text, match: re.Match[str]) -> bool:
    """Letters only, as any word of a sentence; 'LindeBoom' is none."""
    word = match["value"].rstrip(".,!?;:" + _SHUT)
    written = text.original[slice(*text.span(*match.span("value")))]
    return word.replace("-", "").isalpha() and (written[1:].rstrip(".,!?;:").islower() or len(word) < 4)


def _goes_on(text: Text, match: re.Match[str]) -> bool:
    """A sentence behind the colon, not a password: 'Wachtwoord: krijg je van de juf'."""
    rest = re.compile(
        r"\s(?!(?:en|of|voor|geldt|staat|werkt|op|in|is|graag|niet|and|or|hangt)(?![^\W_])|\()[a-z0-9]"
    ).match(text.folded, match.end("value"))
    return rest is not None and match["value"][-1] not in ".,;" + _SHUT


def _end(text: Text, match: re.Match[str]) -> int:
    spaced = _DIGITS_SPACED.match(text.folded, match.start("value"))
    if spaced and spaced.end() > match.end("value"):
        return spaced.end()
    value = match["value"]
    return match.start("value") + len(value.rstrip(".,;" + _SHUT) or value)
