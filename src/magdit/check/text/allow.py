"""What the school itself makes public: its own numbers, addresses, sites, accounts and its bus. These need no flag.

A school fills in lines as it writes them on its own site ('Lindelaan 14, 3511 AB Utrecht', '030-2345678', '@delinde');
each line allows itself and its parts. A BSN, a date of birth or a pupil's number is never the school's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from magdit.check.tables.folded import folded
from magdit.check.text.finding import Finding

_CAN_BE_THE_SCHOOLS = frozenset({"phone", "email", "url", "handle", "address", "postcode", "iban", "plate"})
_PARTS = re.compile(
    r"[,;|\n]|(?=(?<!\w)[1-9]\d{3} ?[A-Za-z]{2}(?!\w))|(?<=\d[A-Za-z]{2}) (?=\w)|(?<=\d [A-Za-z]{2}) (?=\w)"
)
_DOMAIN = re.compile(r"@?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,20}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AllowList:
    """The school's own contact data. `values` are compared without spaces and marks; `domains` allow all under them."""

    values: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    @classmethod
    def of(cls, values: Iterable[str] = (), *, domains: Iterable[str] = ()) -> AllowList:
        """From what a school fills in: its telephone numbers, addresses, accounts, and its web domains."""
        plain = (_plain(part) for value in values for part in _with_parts(value))
        return cls(frozenset(filter(None, plain)), frozenset(domain.lower().lstrip("@.") for domain in domains))

    @classmethod
    def written(cls, text: str) -> AllowList:
        """From one text, a line for each: 'www.delinde.nl' and '@delinde.nl' allow all of that domain."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        sites = (re.sub(r"\A(?:https?://)?(?:www\.)?|/\Z", "", line.lower()) for line in lines)
        return cls.of(lines, domains=[site for site in sites if _DOMAIN.fullmatch(site)])

    def allows(self, finding: Finding, original: str) -> bool:
        """Whether what was found here is the school's own. Only contact data and its bus can be."""
        written = original[finding.start : finding.end]
        if finding.type in _CAN_BE_THE_SCHOOLS and _plain(written) in self.values:
            return True
        if finding.type == "email":
            return self._has(written.lower().rpartition("@")[2])
        return finding.type == "url" and self._has(_host(written))

    def _has(self, host: str) -> bool:
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


def _with_parts(value: str) -> Iterator[str]:
    yield value
    if "@" not in value and "/" not in value:
        yield from _PARTS.split(value)


def _plain(value: str) -> str:
    """Without spaces and marks, a web address without its https and www, a number without its country."""
    bare = re.sub(r"\A\s*(?:https?://)?(?:www\.)?", "", value.lower())
    plain = folded(bare)
    digits = plain.removeprefix("00")
    return (
        f"0{digits[2:].lstrip('0')}"
        if digits.isdigit() and digits.startswith("31") and len(digits) in (11, 12)
        else plain
    )


def _host(written: str) -> str:
    bare = written.lower().rpartition("://")[2]
    return bare.partition("/")[0].partition("?")[0].partition(":")[0].rpartition("@")[2].removeprefix("www.")
