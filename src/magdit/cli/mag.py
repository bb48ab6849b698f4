"""`magdit mag`: may this? Asks who, what and where, then only what matters, and answers; or answers at once."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.outcome import Exit, Stop
from magdit.cli.wrapped import wrapped

if TYPE_CHECKING:
    from magdit.cli.asking_told import Told
    from magdit.norms.judge import Book

PACKS = Path(__file__).parent.parent / "protocols" / "packs"
LAW = "wet"
PROMPT = "> "
# Said before the protocols and the rules are loaded: the first question must be there at once.
HEAD = "Mag dit? Enter geeft uitleg, ? zegt waarom, terug gaat een vraag terug, stop stopt."
FIRST = (
    "\nWat bent u op school?\n"
    "  Bijvoorbeeld: leerling, ouder, docent, mentor, directeur, vrijwilliger … Typ 'lijst' voor alle."
)


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("mag", help="vraag of iets mag, zonder bericht: magdit vraagt wat het moet weten")
    parser.add_argument("--protocol", metavar="ID", help="het protocol van de school")
    parser.add_argument("--als", action="append", default=[], metavar="ROL", help="wat u bent, bijvoorbeeld docent")
    parser.add_argument("--doe", metavar="HANDELING", help="wat u wilt doen, bijvoorbeeld plaatsen")
    parser.add_argument("--medium", metavar="M", help="waar het komt te staan of langs welke weg het gaat")
    parser.add_argument("--feit", action="append", default=[], metavar="NAAM=WAARDE", help="nog een feit dat u weet")
    parser.add_argument("--handeling", metavar="FILE", help="bestand met een handeling (JSON), of - voor de invoer")
    parser.add_argument("--op", metavar="MOMENT", help="wanneer het gebeurt (2026-09-04T14:00); standaard nu")
    parser.add_argument("--json", action="store_true", help="alleen het antwoord, als JSON")
    parser.add_argument("--niet-vragen", action="store_true", help="niets vragen: antwoord met wat er bekend is")
    parser.add_argument(
        "--packs", action="append", type=Path, default=[], metavar="MAP", help="map met eigen protocollen"
    )
    parser.set_defaults(run=mag)


def mag(options: argparse.Namespace) -> int:
    """Answer; 0 when it is "mag", 1 when it is not or not known yet, 2 for bad input."""
    asks = sys.stdin is not None and sys.stdin.isatty() and not options.niet_vragen and options.handeling != "-"
    voice = Voice(to_stderr=options.json)
    if not asks:
        options.protocol = options.protocol or _only_protocol(options.packs)
        return _answer_now(options)
    try:
        voice.say(HEAD)
        options.protocol = options.protocol or _asked_protocol(options.packs, voice)
        early = not options.als and not options.handeling and (PACKS / options.protocol).is_dir()
        if early and not any(fact.strip().startswith("wie") for fact in options.feit):
            voice.say(FIRST)
            voice.prompt()
        return _dialogue(options, voice)
    except (EOFError, KeyboardInterrupt):
        voice.say("\nGestopt voor de eerste vraag. Begin opnieuw met: magdit mag")
        return Exit.NOT_AS_IT_STANDS


class Voice:
    """What the dialogue says and hears; with --json it speaks beside the answer, not in it."""

    def __init__(self, *, to_stderr: bool) -> None:
        self._out = sys.stderr if to_stderr else sys.stdout
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # signs that cannot be read make an answer unclear, no more
        self.waits = False

    def say(self, text: str) -> None:
        """Print lines that fit in the terminal, at once."""
        print(wrapped(text), file=self._out, flush=True)

    def say_command(self, text: str) -> None:
        """Print a line with a command to copy: it stays one line."""
        print(text, file=self._out, flush=True)

    def prompt(self) -> None:
        """Show that it is the user's turn; the engine may load behind it."""
        print(PROMPT, end="", file=self._out, flush=True)
        self.waits = True

    def listen(self) -> str:
        """One typed line; raises EOFError when there is no more."""
        if not self.waits:
            self.prompt()
        self.waits = False
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line


def _dialogue(options: argparse.Namespace, voice: Voice) -> int:
    """Load what is needed while the user reads the first question, ask on, and answer."""
    from magdit.cli.asking import Dialogue, Stopped
    from magdit.cli.asking_flags import as_command, told_with
    from magdit.cli.judge import library_with
    from magdit.norms.read_act import read_act
    from magdit.norms.trying import Subject

    book = library_with(options.packs).book(options.protocol)
    told = told_with(options)
    read_act(told.raw, book.catalogue)
    try:
        told = Dialogue(book, told, voice.listen, voice.say, Subject("wie") if voice.waits else None).run()
    except Stopped as stopped:
        return _told_until_now(stopped.told, book, options, voice)
    voice.say("")
    code = _tell(told, book, options)
    voice.say_command(f"Hetzelfde zonder vragen: {as_command(told, options.protocol, options.packs, again=True)}")
    return code


def _answer_now(options: argparse.Namespace) -> int:
    from magdit.cli.asking_flags import told_with
    from magdit.cli.judge import library_with

    book = library_with(options.packs).book(options.protocol)
    return _tell(told_with(options), book, options)


def _tell(told: Told, book: Book, options: argparse.Namespace, *, halfway: bool = False) -> int:
    """Say the answer to all that was told."""
    from magdit.cli.asking_steps import answered

    found = answered(book, told, halfway=halfway)
    if options.json:
        import json

        from magdit.wording.answer_json import answer_json

        texts = {ready.pack.id: ready.pack for ready in book.packs}
        output = answer_json(found, texts, protocol=options.protocol, layer="alles") | {"handeling": dict(told.raw)}
        print(json.dumps(output, ensure_ascii=False), flush=True)
    else:
        from magdit.cli.show import show
        from magdit.wording.questions_answer import answer_lines

        show(answer_lines(found, book, told.raw, told.looked_at))
    return Exit.AS_ASKED if found.verdict == "mag" else Exit.NOT_AS_IT_STANDS


def _told_until_now(told: Told, book: Book, options: argparse.Namespace, voice: Voice) -> int:
    """Stopped halfway: what is known until now, and how to go on. Halfway is never a yes."""
    from magdit.cli.asking_flags import as_command

    voice.say("\nGestopt. Met wat u tot nu toe vertelde:\n")
    _tell(told, book, options, halfway=True)
    voice.say_command(f"Verder gaan waar u was: {as_command(told, options.protocol, options.packs)}")
    return Exit.NOT_AS_IT_STANDS


def _asked_protocol(folders: list[Path], voice: Voice) -> str:
    """Which school it is about, when there is more than one protocol."""
    names = _protocols(folders)
    if len(names) == 1:
        return next(iter(names))
    ids = list(names)
    lines = [f"  {at}. {name}: {title}" for at, (name, title) in enumerate(names.items(), 1)]
    voice.say("\n".join(["\nWelke school?", *lines]))
    while True:
        given = voice.listen().strip().casefold()
        if given in {"stop", "stoppen"}:
            raise EOFError
        if given.isdecimal() and 1 <= int(given[:6]) <= len(ids):
            return ids[int(given[:6]) - 1]
        fitting = [name for name, title in names.items() if given and given in f"{name} {title}".casefold()]
        exact = [name for name in ids if name.casefold() == given]
        if exact or len(fitting) == 1:
            return (exact or fitting)[0]
        voice.say(f"Typ een nummer van 1 tot {len(ids)}, of de naam van het protocol.{_meant(given, ids)}")


def _meant(given: str, ids: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(given, ids, n=1)
    return f" Bedoelde u {near[0]}?" if near else ""


def _only_protocol(folders: list[Path]) -> str:
    names = list(_protocols(folders))
    if len(names) != 1:
        raise Stop(f"Zeg om welk protocol het gaat, met --protocol. Er zijn: {', '.join(names)}.")
    return names[0]


def _protocols(folders: list[Path]) -> dict[str, str]:
    """Every protocol with the school it is of; read from the heads alone, since this is the first thing on screen."""
    import tomllib

    heads = [
        head
        for folder in (*folders, PACKS)
        for head in (folder / "protocol.toml", *sorted(folder.glob("*/protocol.toml")))
    ]
    found: dict[str, str] = {}
    for head in heads:
        try:
            about = tomllib.loads(head.read_bytes().decode("utf-8-sig")).get("protocol", {})
        except (OSError, ValueError):
            continue  # what is wrong with it is said when it is chosen
        if isinstance(about, dict) and about.get("id") not in {None, LAW}:
            found.setdefault(str(about["id"]), f"{about.get('titel', '')}, {about.get('organisatie', '')}")
    return dict(sorted(found.items()))
