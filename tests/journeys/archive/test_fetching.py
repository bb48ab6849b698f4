"""Fetching: only from who was named, slowly, never too much, and every failure has a name."""

import threading

import pytest

from magdit.check.archive.piece import NotReadable
from magdit.check.archive.sitemap import host_of
from magdit.journeys.archive import fetching
from magdit.journeys.archive.fetching import Fetcher, Manners
from tests.journeys.archive.loopback import Served


@pytest.fixture
def fetcher(site, manners):
    return Fetcher(frozenset({host_of(site.root)}), manners)


def refusal(fetcher, address, limit=10_000):
    with pytest.raises(NotReadable) as refused:
        fetcher.get(address, limit=limit)
    return refused.value.code


def test_a_page_is_fetched_with_its_kind_and_alphabet(site, fetcher):
    site.put("/reis", "één".encode("cp1252"), "Text/HTML; charset=ISO-8859-1")

    answer = fetcher.get(f"{site.root}/reis", limit=10_000)

    assert (answer.kind, answer.charset, answer.data) == ("text/html", "iso-8859-1", "één".encode("cp1252"))


def test_between_two_requests_there_is_rest(site, fetcher, clock):
    site.put("/1", "een")
    site.put("/2", "twee")

    for page in ("1", "2"):
        fetcher.get(f"{site.root}/{page}", limit=10_000)

    assert clock.waited == [1.0, 1.0]  # after robots.txt, and between the pages


def test_a_site_may_ask_for_more_rest(site, fetcher, clock):
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    site.put("/1", "een")

    fetcher.get(f"{site.root}/1", limit=10_000)

    assert clock.waited == [7.0]


def test_what_robots_may_not_see_is_named_and_not_asked_for(site, fetcher):
    site.put("/robots.txt", "User-agent: *\nDisallow: /intern/\n", "text/plain")
    site.put("/intern/1", "geheim")

    assert refusal(fetcher, f"{site.root}/intern/1") == "robots"
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "code"), [(404, "gone"), (410, "gone"), (401, "locked"), (403, "locked"), (418, "no_answer")]
)
def test_a_page_that_is_not_there_says_why(site, fetcher, status, code):
    site.put("/1", "nee", status=status)

    assert refusal(fetcher, f"{site.root}/1") == code


def test_a_busy_site_is_asked_again_when_it_says(site, fetcher, clock):
    busy = Served(status=503, headers={"Retry-After": "30"})
    site.pages["/1"] = lambda times: busy if times < 3 else Served(b"eindelijk")

    assert fetcher.get(f"{site.root}/1", limit=10_000).data == b"eindelijk"
    assert clock.waited.count(30.0) == 2


def test_a_site_that_stays_busy_is_given_up(site, fetcher):
    site.put("/1", "druk", status=503)

    assert refusal(fetcher, f"{site.root}/1") == "no_answer"
    assert site.times("/1") == 3


def test_a_page_that_moved_within_the_site_is_followed(site, fetcher):
    site.put("/oud", "", status=301, headers={"Location": "/nieuw"})
    site.put("/nieuw", "hier")

    answer = fetcher.get(f"{site.root}/oud", limit=10_000)

    assert (answer.data, answer.address) == (b"hier", f"{site.root}/nieuw")


@pytest.mark.parametrize(
    "where", ["http://elders.example/", "http://localhost:1/", "file:///etc/passwd", "//elders.example/"]
)
def test_a_page_that_moved_to_another_host_is_not_followed(site, fetcher, where):
    site.put("/oud", "", status=302, headers={"Location": where})

    assert refusal(fetcher, f"{site.root}/oud") == "elsewhere"


def test_a_ring_of_moves_ends(site, fetcher):
    site.put("/a", "", status=302, headers={"Location": "/b"})
    site.put("/b", "", status=302, headers={"Location": "/a"})

    assert refusal(fetcher, f"{site.root}/a") == "loop"


def test_an_answer_is_never_larger_than_was_asked_for(site, fetcher):
    site.put("/1", b"x" * 20_000)

    assert refusal(fetcher, f"{site.root}/1") == "too_large"


def test_an_answer_that_breaks_off_is_no_answer(site, fetcher):
    site.put("/1", b"half", headers={"Content-Length": "4000"})

    assert refusal(fetcher, f"{site.root}/1") in {"no_answer", "too_slow"}


def test_an_answer_that_is_packed_though_we_asked_it_plain_is_no_answer(site, fetcher):
    site.put("/1", b"\x1f\x8b", headers={"Content-Encoding": "gzip"})

    assert refusal(fetcher, f"{site.root}/1") == "no_answer"


def test_an_answer_that_never_ends_is_given_up(site, fetcher, clock, monkeypatch):
    site.put("/1", b"x" * 200_000)
    monkeypatch.setattr(fetching, "_CHUNK", 1)
    ticking = iter(range(10_000))
    slow = Manners(pace=0, private=True, wait=clock.wait, clock=lambda: 1_000.0 + 60 * next(ticking))

    assert refusal(Fetcher(fetcher.hosts, slow), f"{site.root}/1", limit=1_000_000) == "too_slow"


def test_a_heading_that_drips_in_is_given_up(site, fetcher, monkeypatch):
    let_go = threading.Event()

    def dripping(times):
        let_go.wait(10)
        return Served(b"te laat")

    site.put("/robots.txt", "", "text/plain")
    site.pages["/1"] = dripping
    fetcher.get(f"{site.root}/robots.txt", limit=10_000)
    monkeypatch.setattr(fetching, "WHOLE", 0.05)

    assert refusal(fetcher, f"{site.root}/1") == "too_slow"
    let_go.set()


def test_a_host_that_is_down_is_no_answer(manners):
    assert refusal(Fetcher(frozenset({"127.0.0.1:9"}), manners), "http://127.0.0.1:9/") == "no_answer"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/",
        "http://0.0.0.0/",
        "http://2130706433/",
    ],
)
def test_a_computer_in_our_own_network_is_not_called_unless_asked(clock, address):
    public = Manners(private=False, wait=clock.wait)

    assert refusal(Fetcher(frozenset({host_of(address)}), public), address) in {"private", "no_host"}
