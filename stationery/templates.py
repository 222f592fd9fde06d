"""The templates by name: title, body and page of each."""

from pathlib import Path
from typing import Final

from stationery import bulletin, closure, notice, plan, projects, summary, tally
from stationery.package import pack

FOLDER: Final = Path(__file__).parents[1] / "src" / "luoshi" / "writing" / "official" / "templates"

TEMPLATES: Final = {
    "plan": plan,
    "summary": summary,
    "projects": projects,
    "bulletin": bulletin,
    "notice": notice,
    "closure": closure,
    "tally": tally,
}


def make(name: str) -> bytes:
    """One template as the bytes of a .docx file."""
    template = TEMPLATES[name]
    return pack(template.TITLE, template.write_body(), template.PAGE)
