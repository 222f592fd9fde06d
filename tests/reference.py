"""Where the reference documents stand: the folder that LUOSHI_SHARED names, else `shared` beside the repository."""

import json
import os
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

import pytest

Json = dict[str, Any]

REPOSITORY: Final = Path(__file__).parents[1]
SHARED: Final = Path(os.environ.get("LUOSHI_SHARED") or REPOSITORY.parent / "shared")
CORPUS: Final = SHARED / "corpus"
GOLD: Final = SHARED / "gold"
SPECIMENS: Final = REPOSITORY / "tests" / "specimens"
BATCHES: Final = (
    "open",
    "held",
    "fresh",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
)
DEMO: Final = REPOSITORY / "demo" / "documents"

IS_PRESENT: Final = CORPUS.is_dir() and GOLD.is_dir()
ABSENCE: Final = f"no reference documents at {SHARED} (LUOSHI_SHARED names their folder)"

absent: Final = pytest.param(None, marks=pytest.mark.skip(reason=ABSENCE), id="absent")
"""Stands in for a reference document where there is none, so that the skip is seen."""


def corpus() -> list[Path]:
    """The reference documents, those in folders too."""
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in {".txt", ".md"})


def specimens(folder: str) -> list[Path]:
    """The invented documents of one batch, each with its gold."""
    return sorted(
        path for path in (SPECIMENS / folder).iterdir() if path.suffix != ".json" and path.with_suffix(".json").exists()
    )


def gold_pairs() -> list[tuple[Path, Path]]:
    """Each gold file with the document that it was read from: the one whose name begins most like its own."""
    documents = list(CORPUS.glob("*.*")) if IS_PRESENT else []
    return [(gold, max(documents, key=lambda path: _likeness(gold, path))) for gold in sorted(GOLD.glob("*.json"))]


def load(path: Path) -> Json:
    """A JSON file's content."""
    content: Json = json.loads(path.read_text(encoding="utf-8"))
    return content


def _likeness(gold: Path, document: Path) -> int:
    same = (a == b for a, b in zip(gold.stem, document.stem, strict=False))
    return sum(takewhile(bool, same))
