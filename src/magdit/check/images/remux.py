"""A clean copy of a film or sound file: the same pictures and sound, packed anew without anything told about them.

Pictures and sound themselves are not touched; a face or voice in them stays. What a camera writes between the
pictures (SEI units, in which some put their place and number) goes too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from magdit.check.images.atomic import new_file
from magdit.check.images.containers.set_up import SEI, without_words
from magdit.check.images.refusal import Refused
from magdit.check.images.video import Media, is_film, open_media

if TYPE_CHECKING:
    from av.bitstream import BitStreamFilterContext
    from av.container import InputContainer, OutputContainer
    from av.packet import Packet
    from av.stream import Stream


def remux_clean(media: Media, target: Path, with_sound: bool = True) -> str:
    """Write the clean copy and return its hash; refuse when nothing would be left of it."""
    if not with_sound and not media.has_picture:
        raise Refused("nothing_left", path=media.path)
    with new_file(target) as temporary:
        try:
            _copy(media, temporary, with_sound=with_sound)
        except (Refused, OSError):
            raise
        except Exception as error:  # ffmpeg raises a dozen kinds on a broken file
            raise Refused("damaged", path=media.path) from error
        with temporary.open("rb") as written:
            return hashlib.file_digest(written, "sha256").hexdigest()


def _copy(media: Media, temporary: Path, *, with_sound: bool) -> None:
    import av

    with (
        media.path.open("rb") as opened,
        temporary.open("xb+") as written,
        open_media(opened, kind=media.format) as source,
        av.open(written, "w", format=media.format.muxer, options={"fflags": "+bitexact"}) as clean,
    ):
        _streams(source, clean, with_sound=with_sound)


def _streams(source: InputContainer, clean: OutputContainer, *, with_sound: bool) -> None:
    kept = [stream for stream in source.streams if is_film(stream) or (with_sound and stream.type == "audio")]
    copies = {stream.index: clean.add_stream_from_template(stream, opaque=True) for stream in kept}
    filters = {stream.index: _filter(stream, copies[stream.index]) for stream in kept}
    for packet in source.demux(kept):
        for ready in _filtered(packet, filters[packet.stream.index]):
            ready.stream = copies[packet.stream.index]
            clean.mux(ready)


def _filter(stream: Stream, copy: Stream) -> BitStreamFilterContext | None:
    from av.bitstream import BitStreamFilterContext

    codec = stream.codec_context.name
    if codec not in SEI:
        return None
    kinds = "|".join(str(kind) for kind in sorted(SEI[codec]))
    words_out = BitStreamFilterContext(f"filter_units=remove_types={kinds}", stream, copy)
    set_up = copy.codec_context.extradata
    if set_up is not None:  # the filter puts it in units with start codes, and leaves every unit in
        copy.codec_context.extradata = without_words(set_up, codec=codec)
    return words_out


def _filtered(packet: Packet[Stream], words_out: BitStreamFilterContext | None) -> Iterator[Packet[Stream]]:
    """An empty packet marks the end of a stream, and sets free what the filter held back."""
    if words_out is not None:
        yield from words_out.filter(None if packet.size == 0 else packet)
    elif packet.size:
        yield packet
