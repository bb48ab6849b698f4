"""The command `magdit`: reads what was asked, calls down, writes the answer. Every mistake becomes a sentence."""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
from collections.abc import Sequence

from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser

# A command and the file in this folder where it lives; only the one that is asked for is loaded.
COMMANDS = {
    "archive": "archive",
    "backup": "backup",
    "beheerder": "beheerder",
    "bewijs": "proof",
    "check": "check",
    "demo-data": "demo_data",
    "doctor": "doctor",
    "export": "export",
    "hide": "hide",
    "import": "import_",
    "journal": "journal",
    "judge": "judge",
    "look": "look",
    "mag": "mag",
    "nightly": "nightly",
    "protocol": "protocol",
    "restore": "restore",
    "ronde": "rounds",
    "serve": "serve",
    "teksten": "consent_texts",
    "toestemming": "consents",
    "wet": "law",
    "work": "work",
}
OUR_FAULT = (
    "Er ging bij ons iets mis. Er is niets gepubliceerd en uw bestanden zijn niet veranderd. Probeer het nog eens."
    " Blijft het misgaan? Zet dan MAGDIT_LOG=debug voor de opdracht en meld wat u ziet."
)
NO_DATABASE = (
    "De database antwoordt niet zoals het moet. `magdit doctor` zegt wat er is. Is er net een nieuwe versie?"
    " Start dan eerst `magdit serve`: dat brengt de database bij."
)


def main(args: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a sign is no reason to stop
    sys.exit(run(list(sys.argv[1:] if args is None else args)))


def run(args: Sequence[str]) -> int:
    """Run one command; answers the exit code and never shows a traceback unless the log is set to debug."""
    try:
        options = _parser(args).parse_args(list(args))
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except Stop as stop:
        return _say(stop.message, stop.code)
    except KeyboardInterrupt:
        return _say("Gestopt. Uw eigen bestanden zijn niet veranderd.", Exit.BAD_INPUT)
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as error:
        sentence = _sentence(error)
        if sentence is not None:
            return _say(sentence, Exit.BAD_INPUT)
        if os.environ.get("MAGDIT_LOG") == "debug":
            import logging

            logging.getLogger("magdit").exception("unexpected")
        return _say(OUR_FAULT, Exit.OUR_FAULT)


def _sentence(error: Exception) -> str | None:
    """What to say of a mistake that is not ours; None when it is."""
    return _disk_sentence(error) or _norm_sentence(error) or _file_sentence(error) or _register_sentence(error)


def _disk_sentence(error: Exception) -> str | None:
    """A sentence for output that no longer fits where it was sent (`magdit … > bestand`)."""
    if not isinstance(error, OSError) or error.errno != errno.ENOSPC:
        return None
    _nobody_reads()
    return "De schijf is vol: het antwoord is niet te schrijven. Maak ruimte en probeer het weer."


def _norm_sentence(error: Exception) -> str | None:
    """A sentence for an act or a protocol that cannot be read; looked up late, since help and questions need none."""
    if "magdit.norms.broken" not in sys.modules:
        return None
    from magdit.norms.broken import BrokenPack
    from magdit.norms.read_value import BadAct
    from magdit.protocols.library import UnknownProtocol
    from magdit.wording.errors import act_sentences, pack_sentence, protocol_sentence

    if isinstance(error, UnknownProtocol):
        return protocol_sentence(error)
    if isinstance(error, BrokenPack):
        return pack_sentence(error)
    return "\n".join(act_sentences(error)) if isinstance(error, BadAct) else None


def _file_sentence(error: Exception) -> str | None:
    """A sentence for a file that was refused; looked up late, since few commands carry those parts."""
    if not {"magdit.check.images.refusal", "magdit.check.tables.unreadable"} & set(sys.modules):
        return None
    from magdit.check.images.refusal import Refused
    from magdit.check.tables.unreadable import Unreadable
    from magdit.wording.file_errors import refused_sentence, table_sentence

    if isinstance(error, Refused):
        return refused_sentence(error)
    return table_sentence(error) if isinstance(error, Unreadable) else None


def _register_sentence(error: Exception) -> str | None:
    """A sentence for what the register refused; only commands that work with the register carry those parts."""
    if "magdit.areas.journal.refused" not in sys.modules:
        return None
    from django.db import DatabaseError, OperationalError, ProgrammingError

    from magdit.areas.journal.refused import Refused
    from magdit.wording.refusals import refusal_sentence

    if isinstance(error, OperationalError | ProgrammingError) or type(error) is DatabaseError:
        return NO_DATABASE
    return refusal_sentence(error.code, error.facts) if isinstance(error, Refused) else None


def _parser(args: Sequence[str]) -> DutchParser:
    """The parser of the command that is asked for; of all of them when it is none of these, to say what there is."""
    parser = DutchParser(prog="magdit", description="Mag dit? Leg een bericht naast het protocol van de school.")
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    asked = args[0] if args else ""
    for name in (COMMANDS[asked],) if asked in COMMANDS else COMMANDS.values():
        importlib.import_module(f"magdit.cli.{name}").add(commands)
    return parser


def _say(message: str, code: Exit) -> int:
    print(message, file=sys.stderr)
    return code


def _nobody_reads() -> int:
    """The reader left (`magdit … | head`): nothing to say it to. What was not told in full is no yes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.NOT_AS_IT_STANDS


if __name__ == "__main__":
    main()
