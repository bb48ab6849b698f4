"""Each connector with another side to talk to, told the same way, so that one suite of tests holds for all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from magdit.connectors.connector import Connector, OutPicture, Post, Way
from magdit.connectors.folder import Folder
from magdit.connectors.limits import Limits
from magdit.connectors.mastodon import Mastodon
from magdit.connectors.webhook import Webhook
from magdit.connectors.wordpress import WordPress
from tests.connectors import fake_wordpress
from tests.connectors.fake_mastodon import TOKEN, FakeMastodon
from tests.connectors.fake_receiver import SECRET, FakeReceiver
from tests.connectors.fake_wordpress import PASSWORD, USER, FakeWordPress
from tests.connectors.fakes import Fake

LIMITS = Limits(private=("127.0.0.1",), seconds=10, whole=20, answer=100_000, pause=0)
HURRIED = replace(
    LIMITS, seconds=0.4, whole=0.7
)  # only where the other side is about to be slow: this computer may be too
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8
KEY = "0a1b2c3d-school-bericht"


@dataclass
class Side:
    """A connector, its account, and what stands at the other side: how many posts, how many files."""

    connector: Connector
    way: Way
    standing: Callable[[], tuple[int, int]]
    secrets: tuple[str, ...] = ()
    fake: Fake | None = field(default=None, repr=False)
    placing: str = ""  # words of the call that places a post
    sending: str = ""  # words of the call that sends a picture
    finds_by_key: bool = True

    def with_address(self, address: str) -> Way:
        endpoint = {"endpoint": address} if "endpoint" in self.way.settings else {}
        return replace(self.way, address=address, settings={**self.way.settings, **endpoint})


def picture(folder: Path, *, alt: str = "Kinderen planten een boom", tail: bytes = b"") -> OutPicture:
    path = folder / f"schoon{len(tail)}"
    path.write_bytes(JPEG + tail)
    return OutPicture(path=path, kind="foto", alt=alt, sha256=hashlib.sha256(JPEG + tail).hexdigest())


def post(folder: Path, *, key: str = KEY, text: str = "We plantten een boom.\n\nMorgen weer!") -> Post:
    return Post(key=key, title="Boomfeestdag", text=text, pictures=(picture(folder), picture(folder, tail=b"2")))


def limits() -> Limits:
    return LIMITS


def patience(fake: Fake) -> Callable[[], Limits]:
    """How long to wait for this one."""
    slow = ("slow", "drip", "drip_head")
    return lambda: HURRIED if any(one.kind in slow and not one.struck for one in fake.mishaps) else LIMITS


@contextmanager
def wordpress(_: Path) -> Iterator[Side]:
    fake = FakeWordPress()
    secret = {"password": PASSWORD}
    yield Side(
        WordPress(patience(fake)),
        Way(fake.address, {"user": USER}, secret),
        lambda: (len(fake.kept["posts"]), len(fake.kept["media"])),
        (PASSWORD, fake_wordpress.PASSWORD.replace(" ", "")),
        fake,
        placing="POST / /wp/v2/posts",
        sending="POST / /wp/v2/media",
    )
    fake.close()


@contextmanager
def mastodon(_: Path) -> Iterator[Side]:
    fake = FakeMastodon()
    yield Side(
        Mastodon(patience(fake)),
        Way(f"{fake.address}/@school", {}, {"token": TOKEN}),
        lambda: (len(fake.statuses), sum(len(one["media_attachments"]) for one in fake.statuses.values())),
        (TOKEN,),
        fake,
        placing="POST /api/v1/statuses",
        sending="POST /api/v2/media",
        finds_by_key=False,
    )
    fake.close()


@contextmanager
def webhook(_: Path) -> Iterator[Side]:
    fake = FakeReceiver()
    yield Side(
        Webhook(patience(fake)),
        Way("https://school.example", {"endpoint": f"{fake.address}/in"}, {"secret": SECRET}),
        lambda: (len(fake.posts), sum(len(one["pictures"]) for one in fake.posts.values())),
        (SECRET,),
        fake,
        placing="POST /in",
        sending="POST /in",
    )
    fake.close()


@contextmanager
def folder(place: Path) -> Iterator[Side]:
    root = place / "web"
    root.mkdir()
    own = Folder(lambda: replace(LIMITS, folders=root))
    way = Way("https://school.example/nieuws", {"folder": "nieuws"})

    def standing() -> tuple[int, int]:
        pages = list(root.glob("nieuws/*bericht-*"))
        return len(pages), sum(len(list(page.glob("*.jpg"))) for page in pages)

    yield Side(own, way, standing)


SIDES = {"wordpress": wordpress, "mastodon": mastodon, "webhook": webhook, "folder": folder}
SPOKEN_TO = ("wordpress", "mastodon", "webhook")  # over a line, which may break
