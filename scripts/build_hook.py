"""Refuses to build a package of magdit that would miss the face model. Fetches nothing itself."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))
import face_model


class FaceModelHook(BuildHookInterface[Any]):
    """Runs before hatchling packs a wheel or a source archive."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable install may still lack the model (set-up fetches it next); a package may not."""
        if version != "editable" and not face_model.is_in_place(Path(self.root) / face_model.FOLDER):
            raise SystemExit("Het gezichtsmodel ontbreekt of klopt niet. Draai eerst: python3 scripts/face_model.py")
