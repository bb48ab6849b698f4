"""The sound of a film, taken along: copied when an MP4 may hold it as it is, made anew (AAC) when not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from magdit.check.images.film.reel import Reel

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.packet import Packet
    from av.stream import Stream

AS_IT_IS = frozenset({"aac", "mp3", "opus", "ac3", "eac3", "alac", "flac"})
RATES = (96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000)
USUAL_RATE = 48_000

Way = Callable[["Packet[Stream] | None"], None]


@dataclass
class Sound:
    """Where the packets of each sound go; without any, a film without sound."""

    streams: Sequence[AudioStream] = ()
    ways: dict[int, Way] = field(default_factory=dict)

    def take(self, packet: Packet[Stream]) -> None:
        """One packet of a sound, on its way."""
        self.ways[packet.stream.index](packet)

    def end(self) -> None:
        """No more will come."""
        for way in self.ways.values():
            way(None)


def sounds_of(reel: Reel, clean: OutputContainer) -> Sound:
    """Every sound of the film, with its way into the clean one."""
    streams = list(reel.container.streams.audio)
    return Sound(streams, {stream.index: _way(stream, clean) for stream in streams})


def _way(stream: AudioStream, clean: OutputContainer) -> Way:
    return _copied(stream, clean) if stream.codec_context.name in AS_IT_IS else _anew(stream, clean)


def _copied(stream: AudioStream, clean: OutputContainer) -> Way:
    copy = clean.add_stream_from_template(stream, opaque=True)

    def way(packet: Packet[Stream] | None) -> None:
        if packet is not None and packet.size:
            packet.stream = copy
            clean.mux(packet)

    return way


def _anew(stream: AudioStream, clean: OutputContainer) -> Way:
    from av.audio.resampler import AudioResampler

    rate = stream.codec_context.sample_rate if stream.codec_context.sample_rate in RATES else USUAL_RATE
    layout = "mono" if stream.codec_context.layout.nb_channels == 1 else "stereo"
    made: AudioStream = clean.add_stream("aac", rate=rate, layout=layout)
    fitting = AudioResampler(format="fltp", layout=layout, rate=rate)

    def way(packet: Packet[Stream] | None) -> None:
        heard = stream.decode(packet) if packet is not None else [None]
        for frame in heard:
            for fit in fitting.resample(frame):
                clean.mux(made.encode(fit))
        if packet is None:
            clean.mux(made.encode(None))

    return way
