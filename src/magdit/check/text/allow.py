"""What the school itself makes public: its own numbers, addresses, sites and accounts. These need no flag."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magdit.check.tables.folded import folded
from magdit.check.text.finding import Finding


@dataclass(frozen=True, slots=True)
class AllowList:
    """The school's own contact data. `values` are compared without spaces and marks; `domains` allow all under them."""

    values: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    @classmethod
    def of(cls, values: Iterable[str] = (), *, domains: Iterable[str] = ()) -> AllowList:
        """From what a school fills in: its telephone numbers, addresses, accounts, and its web domains."""
        return cls(frozenset(map(_plain, values)), frozenset(domain.lower().lstrip("@.") for domain in domains))

    def allows(self, finding: Finding, original: str) -> bool:
        """Whether what was found here is the school's own. Only contact data can be."""
        written = original[finding.start : finding.end]
        if (
            finding.type in ("phone", "email", "url", "handle", "address", "postcode", "iban")
            and _plain(written) in self.values
        ):
            return True
        if finding.type == "email":
            return self._has(written.lower().rpartition("@")[2])
        return finding.type == "url" and self._has(_host(written))

    def _has(self, host: str) -> bool:
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


def _plain(value: str) -> str:
    plain = folded(value)
    return "0" + plain[2:].lstrip("0") if plain.startswith("31") and len(plain) == 11 else plain


def _host(written: str) -> str:
    bare = written.lower().rpartition("://")[2]
    return bare.partition("/")[0].partition("?")[0].partition(":")[0].rpartition("@")[2].removeprefix("www.")
