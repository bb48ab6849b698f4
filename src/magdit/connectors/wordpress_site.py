"""The calls to a WordPress site. It asks by `?rest_route=`, which works however the site writes its addresses."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from magdit.connectors.calling import GONE, call, expect
from magdit.connectors.connector import OutPicture, Trouble
from magdit.connectors.limits import Limits
from magdit.connectors.reach import web_address
from magdit.connectors.sending import outgoing
from magdit.connectors.wire import Answer, Sent
from magdit.connectors.wordpress_post import Medium


@dataclass(frozen=True)
class Site:
    """A site with the user that magdit signs in as."""

    base: str
    signed: str = field(repr=False)
    limits: Limits

    @staticmethod
    def of(address: str, user: str, password: str, limits: Limits) -> Site:
        parts = urlsplit(address)
        signed = base64.b64encode(f"{user}:{password}".encode()).decode()
        return Site(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}/", f"Basic {signed}", limits)

    def rights(self) -> Mapping[str, Any]:
        """What this user may do, by WordPress's own names."""
        said = _record(self._ask("GET", "users/me", {"context": "edit"}), "id")
        rights = said.get("capabilities")
        return rights if isinstance(rights, dict) else {}

    def posts(self, mark: str) -> list[Mapping[str, Any]]:
        """The posts at the address of this mark."""
        return self._posts(mark, "any")

    def binned(self, mark: str) -> list[Mapping[str, Any]]:
        """The same, when somebody put them in the bin of the site."""
        return self._posts(f"{mark}__trashed", "trash")

    def media(self, mark: str) -> list[Medium]:
        """The media that carry this mark, in the order in which they were sent."""
        fields = "id,slug,source_url,link,alt_text,mime_type,media_details"
        found = self._list("media", search=mark, per_page="100", orderby="id", order="asc", _fields=fields)
        return [_medium(one) for one in found if str(one.get("slug")).startswith(mark)]

    def has(self, kind: str, number: int) -> bool:
        """Whether this post or medium is there, also in the bin."""
        answer = self._ask("GET", f"{kind}/{int(number)}", {"context": "edit", "_fields": "id"})
        return answer.status not in GONE and bool(expect(answer))

    def upload(self, name: str, picture: OutPicture) -> Medium:
        """Put a file in the library, and what stands beside it for who cannot see it."""
        with outgoing(picture) as out:
            disposition = f'attachment; filename="{name}.{out.extension}"'
            sent = Sent(out.parts(), out.length, out.media_type)
            answer = self._ask("POST", "media", sent=sent, disposition=disposition)
        _refuse_unfit(answer)
        made = _medium(_record(answer, "id", "source_url"))
        if not picture.alt:
            return made
        said = Sent.of_json({"alt_text": picture.alt})
        return _medium(_record(self._ask("POST", f"media/{made.id}", sent=said), "id", "source_url"))

    def create(self, fields: Mapping[str, object]) -> Mapping[str, Any]:
        return _record(self._ask("POST", "posts", sent=Sent.of_json(fields)), "id", "link")

    def remove(self, kind: str, number: int) -> None:
        """Delete for good, not into the bin; gone already is fine."""
        answer = self._ask("DELETE", f"{kind}/{int(number)}", {"force": "true"})
        if answer.status not in GONE:
            expect(answer)

    def _posts(self, slug: str, status: str) -> list[Mapping[str, Any]]:
        found = self._list("posts", slug=slug, status=status, context="edit", _fields="id,slug,link,status")
        return [post for post in found if _is_number(post.get("id")) and isinstance(post.get("link"), str)]

    def _list(self, path: str, **query: str) -> list[Mapping[str, Any]]:
        said = expect(self._ask("GET", path, query)).json()
        if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
            raise Trouble("nonsense", again=True)
        return said

    def _ask(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        sent: Sent | None = None,
        disposition: str = "",
    ) -> Answer:
        url = f"{self.base}?{urlencode({'rest_route': f'/wp/v2/{path}', **(query or {})})}"
        headers = {"Authorization": self.signed, "Accept": "application/json"}
        headers |= {"Content-Disposition": disposition} if disposition else {}
        return call(self.limits, method, url, headers=headers, sent=sent)


def _refuse_unfit(answer: Answer) -> None:
    """A file that WordPress does not want comes back as a fault of its own (500); trying again helps nobody."""
    if answer.status == 500 and b'"rest_upload_' in answer.body:
        raise Trouble("not_accepted", again=False)


def _record(answer: Answer, *needed: str) -> Mapping[str, Any]:
    said = expect(answer).json()
    if not isinstance(said, dict) or not all(said.get(name) for name in needed) or not _is_number(said["id"]):
        raise Trouble("nonsense", again=True)
    return said


def _medium(said: Mapping[str, Any]) -> Medium:
    source, kind = web_address(said.get("source_url")), str(said.get("mime_type")).partition("/")[0]
    if not source or not _is_number(said.get("id")):
        raise Trouble("nonsense", again=True)
    shown = kind if kind in ("video", "audio") else "image"
    return Medium(said["id"], shown, source, str(said.get("alt_text") or ""), tuple(_everywhere(said, source)))


def _everywhere(said: Mapping[str, Any], source: str) -> Iterable[str]:
    """Every address of a medium: as it is shown, in each size, as it was sent, and its own page."""
    details = said.get("media_details")
    details = details if isinstance(details, dict) else {}
    sizes = details.get("sizes")
    sized = sizes.values() if isinstance(sizes, dict) else ()
    found = [source, *(one.get("source_url") for one in sized if isinstance(one, dict)), said.get("link")]
    original = details.get("original_image")
    if isinstance(original, str):
        found.append(f"{source.rpartition('/')[0]}/{quote(original, errors='replace')}")
    return dict.fromkeys(address for address in map(web_address, found) if address)


def _is_number(said: object) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and said > 0
