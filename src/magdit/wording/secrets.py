"""Leaves out of a receipt what must not be kept, wherever it turns up: in the name of a file, in a fact that was told.

A citizen service number may not be processed without a legal ground (UAVG art. 46); a password lives by being unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from magdit.check.draft.look import SeenText

NEVER_KEPT = frozenset({"bsn", "iban", "credential"})
LEFT_OUT = "…"


def without_secrets(data: Mapping[str, Any], texts: Iterable[SeenText]) -> dict[str, Any]:
    """The same data, in which no value stands that was found in these texts and must not be kept."""
    values = {
        seen.text[finding.start : finding.end]
        for seen in texts
        for finding in seen.findings
        if finding.type in NEVER_KEPT
    }
    if not values:
        return dict(data)
    # As a whole only: digits inside a hash are no citizen number.
    longest_first = "|".join(_written(value) for value in sorted(values, key=len, reverse=True))
    whole = re.compile(rf"(?<![^\W_])(?:{longest_first})(?![^\W_])")
    return {_cleaned(key, whole): _cleaned(value, whole) for key, value in data.items()}


def _written(value: str) -> str:
    """A space may be a line in the name of a file, which is looked at as if it were written with spaces."""
    return re.escape(value).replace(r"\ ", "[ _-]")


def _cleaned(value: Any, secret: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return secret.sub(LEFT_OUT, value)
    if isinstance(value, Mapping):
        return {_cleaned(key, secret): _cleaned(inner, secret) for key, inner in value.items()}
    return [_cleaned(inner, secret) for inner in value] if isinstance(value, list | tuple) else value
