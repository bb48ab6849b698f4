"""What an account signs in with: kept enciphered, given to its connector alone, never shown again.

It was given for one address and one connector. When either changes it is forgotten, so that nobody can send it on to a
place of their own choosing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, encipher
from magdit.areas.registers.models_channels import ChannelAccount
from magdit.connectors.connector import Way

MOST, MOST_FIELDS = 1000, 10


def way_to(account: ChannelAccount) -> Way:
    """The account as its connector needs it, with what it signs in with."""
    return Way(address=account.address, settings=dict(account.settings), secret=_secret_of(account))


def has_secret(account: ChannelAccount) -> bool:
    """Whether something is kept to sign in with."""
    return account.sealed is not None


def ref_of(account: ChannelAccount) -> Ref:
    """An account as the journal names it, and its key."""
    return Ref("account", str(account.pk))


def sealed_secret(doing: Doing, account: ChannelAccount, secret: Mapping[str, str]) -> bytes:
    """What it signs in with, as it is kept; refused when it is empty or far too long."""
    kept = {name: value.strip() for name, value in secret.items() if value.strip()}
    if not kept:
        raise Refused("channel_secret_missing")
    if len(kept) > MOST_FIELDS or any(len(value) > MOST for value in kept.values()):
        raise Refused("channel_secret_long", most=MOST)
    return encipher(doing, ref_of(account), json.dumps(kept).encode(), label=_label(account))


def _secret_of(account: ChannelAccount) -> dict[str, str]:
    if account.sealed is None:
        return {}
    opened = decipher(account.board_id, ref_of(account), bytes(account.sealed), label=_label(account))
    if opened is None:
        raise Refused("channel_secret_gone")
    return {str(name): str(value) for name, value in json.loads(opened).items()}


def _label(account: ChannelAccount) -> str:
    return f"inlog|{account.pk}"
