"""Asks deface where it sees faces, as deface asks itself. Runs under the Python of the peers and knows nothing of ours.

`python images_peers.py SCALE PHOTO…`, where SCALE is like 960x720, or `own`; one JSON line per photo, with the boxes
and scores that it would blur by default.
"""

from __future__ import annotations

import json
import sys

import imageio.v2 as imageio
from deface.centerface import CenterFace

AS_DEFACE_DOES = 0.2


def main(scale: str, paths: list[str]) -> None:
    """Print what is seen."""
    shape = None if scale == "own" else tuple(int(side) for side in scale.split("x"))
    finder = CenterFace(in_shape=shape)
    for path in paths:
        boxes, _ = finder(imageio.imread(path), threshold=AS_DEFACE_DOES)
        print(json.dumps({"file": path, "faces": [[float(value) for value in box] for box in boxes]}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
