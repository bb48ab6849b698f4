"""What a connector wants to know of an account, as data: the accounts room builds its form from this. Holds no value.

An ask named `address` is the address of the account itself (`Way.address`); one of kind `secret` goes into
`Way.secret`, any other into `Way.settings`. The Dutch words for it stand in wording/connectors.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "address", "secret", "folder", "choice", "yes_no"]
Place = Literal["address", "settings", "secret"]


@dataclass(frozen=True)
class Ask:
    """One thing to know: what it is called, what kind of thing it is, and whether it works without.

    `choices`: the codes to choose from; the first is meant when nothing was chosen. A secret is never shown again.
    """

    name: str
    kind: Kind
    needed: bool = True
    choices: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Where in a Way the answer goes."""
        if self.kind == "secret":
            return "secret"
        return "address" if self.name == "address" else "settings"
