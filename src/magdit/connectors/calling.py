"""One call to another computer: certificates looked at, time and answer bounded, and every failure a Trouble.

It follows a redirect only when it asks for something and only to the same host. Nothing of a call (headers hold
secrets) is logged or put into an error.
"""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Mapping
from urllib.parse import urljoin

from magdit.connectors.connector import Trouble
from magdit.connectors.limits import Limits
from magdit.connectors.reach import Target, target
from magdit.connectors.wire import MOVED, Answer, Sent, call_once

GONE = (404, 410)
HOPS = 3
# What the other side says, and whether trying again may help. Other answers of 400 and up: not_accepted.
SAID = {
    401: ("signed_out", False),
    403: ("forbidden", False),
    404: ("no_such_door", False),
    405: ("no_such_door", False),
    408: ("slow", True),
    410: ("no_such_door", False),
    413: ("too_large", False),
    425: ("too_often", True),
    429: ("too_often", True),
}


def call(
    limits: Limits, method: str, url: str, *, headers: Mapping[str, str] | None = None, sent: Sent | None = None
) -> Answer:
    """Call, and give back what was answered, whatever its status; Trouble when there was no whole answer."""
    origin = None
    for _ in range(HOPS):
        to = target(url, limits)
        if origin is not None and to.origin != origin:
            break
        origin = to.origin
        answer = _guarded(to, limits, method, headers or {}, sent)
        if answer.status not in MOVED:
            return answer
        if method != "GET":
            break
        url = _joined(url, answer.location)
    raise Trouble("redirected", again=False)


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise Trouble("redirected", again=False) from None


def expect(answer: Answer, *wanted: int) -> Answer:
    """The answer, when its status is one of these (or any good one); otherwise the Trouble that it stands for."""
    if answer.status in wanted or (not wanted and 200 <= answer.status < 300):
        return answer
    if answer.status < 400:
        raise Trouble("nonsense", again=True)
    if answer.status >= 500:
        raise Trouble("their_fault", again=True)
    code, again = SAID.get(answer.status, ("not_accepted", False))
    raise Trouble(code, again=again)


def can_be_seen(limits: Limits, url: str) -> bool:
    """Whether anyone still gets something at this address. Only "not here" and "gone" count as no."""
    answer = call(limits, "GET", url, headers={"Range": "bytes=0-0", "Cache-Control": "no-cache"})
    if answer.status in GONE:
        return False
    if answer.status >= 500 or answer.status == 429:
        expect(answer)
    return True


def _guarded(to: Target, limits: Limits, method: str, headers: Mapping[str, str], sent: Sent | None) -> Answer:
    try:
        return call_once(to, limits, method, headers, sent)
    except ssl.SSLCertVerificationError:
        raise Trouble("certificate", again=False) from None
    except TimeoutError:
        raise Trouble("slow", again=True) from None
    except (http.client.RemoteDisconnected, http.client.IncompleteRead):
        raise Trouble("cut_off", again=True) from None
    except (http.client.HTTPException, ValueError):
        raise Trouble("nonsense", again=True) from None
    except OSError:
        raise Trouble("unreachable", again=True) from None
