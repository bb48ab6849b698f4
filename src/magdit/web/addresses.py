"""An address of the web as people type it: without https:// in front. What is no address stays as it was typed.

Whether an address may be used is for who keeps it to say; this only fills in what a browser would.
"""

from __future__ import annotations

import re

# A name with a dot in it, a port, a path: "www.delinde.nl/nieuws". Not "docs/uitleg", "a@b.nl" or "javascript:…".
BARE = re.compile(r"(?i)(?:[\w-]+\.)+[a-z][\w-]+(?::\d{1,5})?(?:[/?#]\S*)?")


def with_scheme(typed: str) -> str:
    """The same address with https:// in front, when nothing stood there."""
    address = typed.strip()
    return f"https://{address}" if BARE.fullmatch(address) else address
