"""PDF: documents written by hand to harm the reader."""

from collections.abc import Sequence

import pytest

from luoshi.errors import Damaged, NoText, SourceError, TooLarge
from luoshi.source.pdf import read_blocks


def written_by_hand(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, without a table of references: PDFium finds them itself."""
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, held) for number, held in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF"


def page_of(stream: bytes, kids: bytes = b"[3 0 R]", count: int = 1) -> bytes:
    """A PDF with one page object that draws `stream`, which may name itself as a form /X."""
    resources = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> /XObject << /X 4 0 R >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
    return written_by_hand(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources %s >>" % resources,
            b"<< %s /Resources %s /Length %d >> stream\n%s\nendstream" % (form, resources, len(stream), stream),
        ]
    )


@pytest.mark.parametrize(
    ("content", "errors"),
    [
        (b"%PDF-1.7\n", Damaged),
        (b"%PDF-1.7\n%%EOF", Damaged),
        (page_of(b"", b"[]", 0), Damaged),
        (page_of(b"", b"[2 0 R]"), (Damaged, NoText)),
        (page_of(b"/X Do " * 2), (Damaged, NoText)),
        (page_of(b"q " * 100_000), (Damaged, NoText)),
        (page_of(b"", b"[" + b"3 0 R " * 4_000 + b"]", 4_000), TooLarge),
        (page_of(b"BT /F 1 Tf " + b"(abcdefghij) Tj 0 -1 Td " * 40_000 + b"ET"), TooLarge),
        (page_of(b"BT /F 1 Tf " + b"0 1 Td (abcdefghij) Tj " * 100_000 + b"ET"), TooLarge),
    ],
    ids=["head only", "empty", "no page", "tree in a ring", "form in a ring", "deep", "pages", "letters", "million"],
)
def test_a_hostile_document_is_refused_with_a_sentence(
    content: bytes, errors: type[SourceError] | tuple[type[SourceError], ...]
) -> None:
    with pytest.raises(errors, match="请"):
        read_blocks(content)
