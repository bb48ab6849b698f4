"""Makes small films and sound recordings, as phones and programs make them."""

from pathlib import Path

import av
import numpy as np

TOLD = {
    "location": "+51.5000+005.5000/",
    "title": "Schoolreis van Noor",
    "comment": "gefilmd door Bram",
    "creation_time": "2026-03-03T12:00:00Z",
    "com.apple.quicktime.make": "Telefoonmaker",
}
SECRETS = (b"51.5", b"Noor", b"Bram", b"Telefoon", b"2026", b"x264", b"x265")
RATE = 48_000


def clip(path: Path, *, picture: str | None = "libx264", sound: str | None = "aac", told=None, muxer=None) -> Path:
    """One second of changing grey and a silent track, with what it tells about itself."""
    options = {"movflags": "use_metadata_tags"} if path.suffix in (".mp4", ".mov") else {}
    with av.open(str(path), "w", format=muxer, options=options) as container:
        container.metadata.update(TOLD if told is None else told)
        shown, heard = _streams(container, picture=picture, sound=sound)
        if shown is not None:
            _film(container, shown)
        if heard is not None:
            _silence(container, heard)
    return path


def _streams(container, *, picture, sound):
    shown = heard = None
    if picture:
        shown = container.add_stream(picture, rate=10)
        shown.width, shown.height, shown.pix_fmt = 64, 48, "yuv420p"
        shown.metadata["handler_name"] = "Camera van Bram"
        if picture == "libx265":
            shown.codec_context.options = {"x265-params": "log-level=none"}
    if sound:
        heard = container.add_stream(sound, rate=RATE)
    return shown, heard


def _film(container, stream) -> None:
    for number in range(10):
        frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number * 20, dtype=np.uint8))
        container.mux(stream.encode(frame))
    container.mux(stream.encode())


def _silence(container, stream) -> None:
    length = stream.codec_context.frame_size or 1024
    shape, kind = ((1, length), "s16") if stream.codec_context.name in ("pcm_s16le", "flac") else ((1, length), "fltp")
    for number in range(RATE // length):
        samples = np.zeros(shape, dtype=np.int16 if kind == "s16" else np.float32)
        frame = av.AudioFrame.from_ndarray(samples, format=kind, layout="mono")
        frame.sample_rate, frame.pts = RATE, number * length
        container.mux(stream.encode(frame))
    container.mux(stream.encode())


def held_sideways(path: Path) -> bytes:
    """Turn the film by its track header, as a phone does; returns the matrix that says so."""
    content = bytearray(path.read_bytes())
    header = content.index(b"tkhd")
    at = header + 4 + 40  # version and flags, times, track, duration, layer, volume
    one, none, last = (1 << 16).to_bytes(4, "big"), bytes(4), (1 << 30).to_bytes(4, "big")
    minus = ((1 << 32) - (1 << 16)).to_bytes(4, "big")
    matrix = none + one + none + minus + none + none + none + none + last
    content[at : at + 36] = matrix
    path.write_bytes(bytes(content))
    return matrix
