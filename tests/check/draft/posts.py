"""Two posts that may go out, run through the command with parts that may be spoiled."""

import json
from collections.abc import Callable
from pathlib import Path

from magdit.check.draft import look
from magdit.cli.main import run
from tests.check.draft.school import CONSENTS, FRIDAY, ORDINARY, ROSTER, SHOWN, School, no, padded, put, yes
from tests.check.images.clips import clip

YES = ("mag", "mag_mits")
Eyes = look.Eyes  # the real ones, while the command gets spoiled ones


class Ending:
    """How a run ended: its code, what it said, and the receipts it left."""

    def __init__(self, code: int, said, folder: Path) -> None:
        self.code, self.said = code, said
        self.receipts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("kwitantie*"))]

    @property
    def verdicts(self) -> list[str]:
        return [receipt["verdict"] for receipt in self.receipts]

    def assert_closed(self, *, judged: bool = False) -> None:
        """Not a yes: in the code, on the screen, and on paper, unless all was judged and only the screen failed."""
        assert self.code in (1, 2, 3), self.said.out
        assert judged or "mag" not in self.verdicts
        assert self.code == 1 or judged or self.receipts == []
        assert "✓ Mag\n" not in self.said.out
        assert "Traceback" not in self.said.out + self.said.err
        assert self.code == 1 or self.said.err.strip()


def whole(folder: Path) -> list[str]:
    """Noor and Sem in a photo, Sem in a film, everyone said yes: may go out as it is."""
    school = School(folder)
    photo = school.photo("reis.jpg", "noor", "sem")
    film = clip(folder / "lied.mp4")
    rows = ("101;;;reis.jpg;1", "103;;;reis.jpg;2", "103;;;lied.mp4;;ja")
    return [*_words(school, rows, photo, film), "--tekst", "Noor en Sem in de sneeuw."]


def mended(folder: Path) -> list[str]:
    """The same with Olaf, who said no, with a surname and a private number: may go out after mending."""
    school = School(folder)
    photo = school.photo("reis.jpg", "noor", "sem", "olaf")
    film = clip(folder / "lied.mp4")
    rows = ("101;;;reis.jpg;1", "103;;;reis.jpg;2", "103;;;lied.mp4;;ja", "104;;;reis.jpg;3")
    text = "Sem en Noor van Dijk in de sneeuw. Vragen? Bel Bram: 06 12345678."
    wishes = ("--herstel", "gezichten", "--herstel", "gegevens", "--niet-meer-herkenbaar")
    return [*_words(school, rows, photo, film), "--tekst", text, *wishes]


def _words(school: School, rows, *files: Path) -> list[str]:
    shown = school.table("in-beeld.csv", SHOWN, *(padded(row, SHOWN) for row in rows))
    covers = "foto, video, geluid, naam"
    answers = (yes(101, covers=covers), yes(103, by="leerling", covers=covers), no(104))
    consents = school.table("toestemming.csv", CONSENTS, *answers)
    roster = put(school.folder, "leerlingen.csv", ROSTER.encode())
    told = [word for name, value in ORDINARY.items() for word in ("--feit", f"{name}={_told(value)}")]
    return [
        *("check", *map(str, files), "--protocol", "dorp", "--laag", "protocol"),
        *("--als", "leerkracht", "--medium", "website", "--namens-school"),
        *("--leerlingen", str(roster), "--toestemming", str(consents), "--in-beeld", str(shown)),
        *("--moment", FRIDAY.isoformat(), *told),
    ]


def _told(value) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return {True: "ja", False: "nee"}.get(value, value)


def runner(words: list[str], *, out: Path, finder, monkeypatch, capsys) -> Callable[..., Ending]:
    """Runs the command on a post; what is given spoils the eyes it looks with."""

    def go(**spoiled) -> Ending:
        given = {"load_finder": lambda: finder, "longest": 60.0, **spoiled}
        monkeypatch.setattr(look, "Eyes", lambda **more: Eyes(**{**more, **given}))
        code = run([*words, "--uit", str(out)])
        return Ending(code, capsys.readouterr() if capsys else None, out)

    return go
