"""Makes an Office file the same bytes at every build: all its parts bear one date."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)


def settle(content: bytes) -> bytes:
    """Return the zip archive `content` with every entry dated 1980-01-01, in the same order."""
    settled = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(settled, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for entry in old.infolist():
            new.writestr(ZipInfo(entry.filename, EPOCH), old.read(entry), ZIP_DEFLATED)
    return settled.getvalue()
