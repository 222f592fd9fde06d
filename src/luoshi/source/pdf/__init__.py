"""PDF → blocks, read by PDFium in a process of its own."""

import json

from luoshi.model import Paragraph, Table
from luoshi.source import sandbox
from luoshi.source.layout.blocks import to_blocks


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """The lines of a PDF as paragraphs and its tables as tables, in reading order, each with its page.

    Raises `Encrypted`, `NoText` (a scan), `Damaged`, `TooLarge`, `MissingTool`.
    """
    return to_blocks(json.loads(sandbox.run("luoshi.source.pdf.worker", content)))
