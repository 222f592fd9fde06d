"""A font with Chinese letters for pictures, if this machine has one."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import ImageFont

_FONT_FOLDERS: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)

# Files with Chinese letters, the plainest first.
_FONT_FILES: Final = (
    "NotoSansCJK-Regular.*",
    "NotoSansSC-Regular.*",
    "SourceHanSans*Regular.*",
    "msyh.*",
    "simhei.*",
    "PingFang.*",
    "wqy*.*",
    "DroidSansFallback*.*",
    "simsun.*",
    "NotoSerifCJK-Regular.*",
)


# Of a collection the face with the mainland's shapes: the first one draws Japanese ones
_FACE: Final = "SC"
_MOST_FACES: Final = 12


def find_font(size: int) -> "ImageFont.FreeTypeFont | None":
    """The plainest font with Chinese letters, `size` pixels high; None where there is none."""
    from PIL import ImageFont

    found = _find_face()
    return ImageFont.truetype(str(found[0]), size, index=found[1]) if found else None


@cache
def _find_face() -> tuple[Path, int] | None:
    folders = [Path(folder) for folder in _FONT_FOLDERS if Path(folder).is_dir()]
    found = (file for pattern in _FONT_FILES for folder in folders for file in folder.rglob(pattern))
    file = next(found, None)
    return (file, _choose_face(file)) if file else None


def _choose_face(file: Path) -> int:
    from PIL import ImageFont

    if file.suffix.lower() not in {".ttc", ".otc"}:
        return 0
    for index in range(_MOST_FACES):
        try:
            family, _ = ImageFont.truetype(str(file), 1, index=index).getname()
        except OSError:
            break
        if family and family.endswith(_FACE):
            return index
    return 0
