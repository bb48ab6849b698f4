"""While a long list is taken over everyone goes on: pages come at once, and a parent's answer waits and is kept."""

import json
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.server.own_register import ended, on_this_runs_database
from tests.server.test_serve import free_port, started
from tests.server.visitor import Visitor

pytestmark = pytest.mark.own_database
FULL = os.environ.get("MAGDIT_TESTS") == "full"
PUPILS = 400
LISTS = "/school/de-linde/kantoor/lijsten/"
LONGEST = 600  # seconds for the whole
GOOD = {200, 302}


@pytest.fixture
def school(tmp_path, request):
    """A school that is served, with who visit it."""
    with on_this_runs_database(tmp_path) as register:
        told = json.loads(ended([register.start("tests.server.at_school", request.param)])[0])
        port = free_port()
        server = started(register, port)
        yield register, port, told
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=60)
        assert "Traceback" not in said, said


def looked_at(port, told):
    """The list is handed in on the page, and what would change was looked at."""
    head = Visitor(port, told["head"])
    with open(told["zip"], "rb") as file:
        where = head.sends(f"{LISTS}nieuw/", {"soort": "oneroster", "stand": today()}, file=("bestand", file.read()))
    waits(head, where, "Dit verandert er")
    return head, where


def today():
    return time.strftime("%Y-%m-%d")


def waits(head, where, for_words):
    """Look again until the page says so."""
    until = time.monotonic() + LONGEST
    while for_words not in (page := head.get(where)):
        assert "Er is niets veranderd in het register." not in page, page
        assert time.monotonic() < until, page
        time.sleep(0.2)
    return page


def at_work_on(intake):
    """The process that works on this list, and on no other."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if intake in (folder / "cmdline").read_text().split("\0"):
                return int(folder.name)
    return pytest.fail("nobody is at work")


def kill(process):
    """Kill it, and see that it is gone: on a busy computer dying takes a moment too."""
    os.kill(process, signal.SIGKILL)
    until = time.monotonic() + LONGEST
    while is_alive(process):
        assert time.monotonic() < until, process
        time.sleep(0.01)


def is_alive(process):
    """A process that its parent has not asked after yet is dead all the same."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    return False


def busy(visitor, does, over, faults):
    """Go on until it is over; what fails is told."""
    turn = 0
    while not over.is_set():
        turn += 1
        try:
            does(visitor, turn)
        except Exception as error:
            faults.append(repr(error))
            return
        time.sleep(0.05)


def everyone(port, told):
    """Who come by, each with what they do again and again."""
    return [
        (
            Visitor(port, told["mother"]),
            lambda one, turn: [one.get("/"), one.get("/mijn/"), one.get(told["questions"])],
        ),
        (Visitor(port, told["teacher"]), lambda one, turn: [one.get("/"), one.get(told["class"])]),
        (Visitor(port, told["mother"]), lambda one, turn: one.answers(told["questions"], ("ja", "nee")[turn % 2])),
    ]


def taken_over_while_all_come_by(port, told):
    """Take the list over while everyone comes by; answers what each request was, and the seconds of the import."""
    head, where = looked_at(port, told)
    over, faults, visitors = threading.Event(), [], everyone(port, told)
    threads = [threading.Thread(target=busy, args=(one, does, over, faults)) for one, does in visitors]
    for thread in threads:
        thread.start()
    began = time.monotonic()
    try:
        head.sends(where, {"doen": "neem", "vraagt_groepen": "1"})
        waits(head, where, "De lijst is overgenomen")
        lasted = time.monotonic() - began
    finally:
        over.set()
        for thread in threads:
            thread.join(LONGEST)
    assert not faults, faults
    return [one for visitor, _ in visitors for one in visitor.told] + head.told, lasted


def say(what, figure):
    """The figures of docs/reliability.md: `make test-full PYTEST_ARGS="-s -n 0"` shows them."""
    sys.stdout.write(f"\n{what}: {figure}\n")


def figures(asked, lasted):
    """Of each kind of request how often, the middle one and the longest."""
    for how in ("GET", "POST"):
        taken = sorted(seconds for what, _, seconds in asked if what.startswith(how))
        say(f"{how}, {len(taken)} times: middle, longest", f"{taken[len(taken) // 2]:.2f} {taken[-1]:.2f}")
    say("the slowest", sorted(asked, key=lambda one: one[2])[-4:])
    say("the import in seconds", f"{lasted:.1f}")


@pytest.mark.parametrize("school", [PUPILS], indirect=True)
def test_while_a_list_is_taken_over_every_page_works_and_every_answer_is_kept(school):
    register, port, told = school

    asked, lasted = taken_over_while_all_come_by(port, told)

    assert [one for one in asked if one[1] not in GOOD] == []
    assert any(what.startswith("POST /mijn/") for what, _, _ in asked)
    assert "Het journaal klopt" in register.magdit("journal", "verify").stdout
    figures(asked, lasted)


@pytest.mark.full
@pytest.mark.parametrize("school", [30_000], indirect=True)
def test_while_thirty_thousand_pupils_are_taken_over_every_page_works(school):
    register, port, told = school

    asked, lasted = taken_over_while_all_come_by(port, told)

    assert [one for one in asked if one[1] not in GOOD] == []
    assert "Het journaal klopt" in register.magdit("journal", "verify").stdout
    figures(asked, lasted)


@pytest.mark.parametrize("school", [PUPILS], indirect=True)
def test_a_process_that_dies_leaves_all_as_it_was_and_the_page_says_so(school):
    _, port, told = school
    head, where = looked_at(port, told)

    head.sends(where, {"doen": "neem", "vraagt_groepen": "1"})
    kill(at_work_on(where.split("/")[-2]))
    page = head.get(where)

    assert "Er is niets veranderd in het register." in page
    assert "Het is alles of niets, en het werd niets." in page
    head.sends(where, {"doen": "kijk"})
    waits(head, where, "Dit verandert er")
