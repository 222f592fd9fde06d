"""Files that a page gives."""

from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV: Final = "text/csv; charset=utf-8"
# What came from outside is never shown by the browser itself
_ANY: Final = "application/octet-stream"


def give(content: bytes, name: str, kind: str = _ANY) -> HttpResponse:
    """The answer by which a browser keeps a file under its name."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
