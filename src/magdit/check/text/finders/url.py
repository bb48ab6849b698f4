"""Finds web addresses: with https, with www, or bare as in 'school.nl/groep5'. Does not open them.

A full stop without a space behind it makes no address: 'Het is klaar.de kinderen' and 'tot morgen.info volgt' are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, listed
from magdit.check.text.ordinary import is_word_or_name
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_PATH = r"[\w.~:/?#@!$&*+,;=%-]"
_SCHEME = re.compile(rf"(?<![^\W_])(?:(?:h(?:tt|xx)ps?|ftp)://|www\.(?=\w)){_PATH}{{3,2000}}")
# Endings that no Dutch word has behind a forgotten space.
_CLEAR = (
    "nl|be|com|org|eu|fr|lu|uk|frl|amsterdam|gov|io|biz|youtube|gent|brussels|vlaanderen|ch|pl|es|pt|cz|ca|au|gr|fi|hu|ro|jp"
    "|cn|ru|tr|dev|ai|cloud|xyz|nyc|gle|us|dk|at|cat|mobi|example"
)
# Words first ('klaar.info volgt'): they need a path, a word about sites before them, or a name that is no Dutch word.
_DOUBTFUL = (
    "de|me|is|nu|it|in|to|ly|gl|co|li|al|en|er|om|info|app|net|online|school|shop|site|tv|blog|edu|news|store|club|live|page"
    "|link|games|art|digital|studio|team|world|games|academy|events|be|se|no|ie|foundation|social|space|media|video|foto|photos"
)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_BARE = re.compile(
    rf"(?<![\w.@/-])(?P<host>(?:{_LABEL}\.){{1,5}})(?:(?P<clear>{_CLEAR})|(?P<doubt>{_DOUBTFUL})|(?P<any>[a-z]{{2,10}}(?=/[\w@~-]{{2}})))"
    rf"(?P<path>(?::\d{{2,5}})?[/?#]{_PATH}{{0,500}})?(?![\w@]|-\w|\.[^\W\d_])"
)
_WRITTEN = re.compile(
    r"(?<![\w@.-])(?:www(?:\.| ?(?:\(punt\)|\[punt\]|punt|dot|\.) ?))?(?!\d{1,4} )[a-z0-9][a-z0-9-]{1,62}"
    r"(?: ?[(\[](?:punt|dot|\.)[)\]] ?(?:nl|com|be|org|net|eu)| (?:punt|dot) (?:nl|com|org)| \. ?(?:nl|com))(?![\w-])"
)
_LINK_WORDS = listed("link")
_DOT_INSIDE = re.compile(r"\.[^\W\d_]")
_SPELLED = ("punt", "dot", " . ", " .nl", " .com", ". nl", ". com", "(.", "[.")
_TITLES = frozenset(
    "dhr mevr mw mej mr dr drs ing ir prof nr bijv bv tel geb enz etc pag blz jl ca mgr burg st incl excl juf fam"
    " vd".split()
)
_LITTLE_WORDS = frozenset({"en", "er", "om", "in", "is", "al", "de", "nu"})
_FILES = frozenset({"node", "asp", "vb", "readme"})


def find(text: Text) -> tuple[Finding, ...]:
    """Each address without the full stop or bracket that closes the sentence; 'school punt nl' is possible."""
    certain = [match.span() for match in _SCHEME.finditer(text.folded)] if has_any(text, ("://", "www")) else []
    certain += _bare(text) if _DOT_INSIDE.search(text.folded) else ()
    whole = [found("url", text.span(*span), sure=True, code="url") for span in _outermost(text, certain)]
    return (*whole, *_written_out(text)) if has_any(text, _SPELLED) else tuple(whole)


def _written_out(text: Text) -> Iterator[Finding]:
    for match in _WRITTEN.finditer(text.folded):
        yield found("url", text.span(*match.span()), sure=False, code="url")


def _bare(text: Text) -> Iterator[tuple[int, int]]:
    for match in _BARE.finditer(text.folded):
        labels = match["host"].rstrip(".").split(".")
        if (
            labels[-1] in _TITLES | _FILES
            or (all(len(label) == 1 for label in labels) and len(match["path"] or "") < 3)
            or labels[-1].isdigit()
        ):
            continue
        if match["clear"] or _is_address(text, match, labels):
            yield match.span()


def _is_address(text: Text, match: re.Match[str], labels: list[str]) -> bool:
    """Whether an ending that may also be a word ends an address here."""
    if match["any"]:  # an ending of another country counts with a path: 'linktr.ee/onzeschool'
        return _is_made_up(labels[0])
    told = bool(before(text, match.start(), _LINK_WORDS, reach=20))
    hardly_a_word = (
        len(labels) > 1 or any(sign.isdigit() or sign == "-" for sign in labels[-1]) or _is_made_up(labels[0])
    )
    if match["doubt"] in _LITTLE_WORDS:  # 'klaar.en/of'
        return told or _is_made_up(labels[0])
    return len(match["path"] or "") > 1 or told or (hardly_a_word and len(match["doubt"]) > 2)


def _is_made_up(label: str) -> bool:
    """'obsdekring' is no word and no name, so nobody forgot a space behind it."""
    return len(label) > 4 and not is_word_or_name(label)


def _outermost(text: Text, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            reached = start + len(text.folded[start:end].rstrip(".,;:!?*_~'\"#@&="))
            yield start, reached
