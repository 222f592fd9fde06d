"""What is written about Luoshi is true: generated pages, links, commands, examples, codes of doubts."""

import doctest
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docs import commands, licences, rights, settings

from luoshi.checking.thresholds import DEFAULTS
from luoshi.cli.arguments import COMMANDS
from luoshi.model import Plan, Progress, Reading, Report, Role, Task, Unit
from luoshi.reading import read_source
from luoshi.source import bounds, mend, open_bytes
from luoshi.writing.words import SUM_CHECKS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("demo/*.md"), *ROOT.glob("tests/**/*.md")])
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
AS_OF = date(2026, 1, 1)

# ```sh … ```
FENCE = re.compile(r"^```(?P<language>[a-z]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
# [formats](formats.md#bounds), ![picture](docs/pictures/demo.png)
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
TARGET = re.compile(r"^(?P<name>[a-z]+):", re.MULTILINE)
MADE = re.compile(r"(?:^|`)make (?P<target>[a-z]+)", re.MULTILINE)
RUN = re.compile(r"(?:^|[/`])luoshi (?P<command>[a-z]+)", re.MULTILINE)
# os.environ.get("LUOSHI_HOSTS", …
ENVIRONMENT = re.compile(r'os\.environ(?:\.get\(|\[)"(?P<name>LUOSHI_[A-Z_]+|DATABASE_URL)"')
# Flag("sum-mismatch", …
CODE = re.compile(r"\bFlag\(\s*\"(?P<code>[a-z-]+)\"")


def read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def list_fences(path: Path, language: str) -> list[str]:
    return [found["text"] for found in FENCE.finditer(read_text(path)) if found["language"] == language]


# ── Generated pages ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_of_commands_is_what_the_help_prints() -> None:
    assert read_text(commands.PAGE) == commands.write_commands(), "python -m docs writes it anew"


def test_the_page_of_rights_is_the_table_that_is_asked() -> None:
    assert read_text(rights.PAGE) == rights.write_rights(), "python -m docs writes it anew"


def test_the_help_names_every_command() -> None:
    assert commands.list_commands() == tuple(COMMANDS)
    assert all(f"luoshi {name}" in commands.read_help([name]) for name in commands.list_commands())


def test_the_page_of_licences_is_what_is_installed() -> None:
    assert read_text(licences.PAGE) == licences.write_licences(), "python -m docs writes it anew"


def test_the_page_of_settings_is_what_the_rules_say() -> None:
    assert read_text(settings.PAGE) == settings.write_settings(), "python -m docs writes it anew"
    printed = set(re.findall(r"^\| `([a-z_.]+)` \|", read_text(settings.PAGE), re.MULTILINE))
    groups = {group.name: fields(getattr(DEFAULTS, group.name)) for group in fields(DEFAULTS)}
    checks = {f"check.{group}.{each.name}" for group, members in groups.items() for each in members}
    judging = {"ladder", "count.ahead", "about.tolerance", "row.done_when_unanswered"}
    assert printed == judging | checks | {"calendar.holidays", "calendar.workdays"}


def test_every_setting_of_an_installation_is_told() -> None:
    site = ROOT / "src" / "luoshi" / "site"
    read = {name for path in site.glob("*.py") for name in ENVIRONMENT.findall(read_text(path))}
    assert {f"`{name}`" for name in read} <= set(re.findall(r"`[A-Z_]+`", read_text(ROOT / "docs" / "operating.md")))


def test_every_licence_is_known_and_lets_others_use_the_whole() -> None:
    page = read_text(licences.PAGE)
    assert "unknown" not in page
    # The Lesser one lets a program of another licence use a library as it is
    assert not re.search(r"(?<!L)GPL", page)


# ── Links ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def anchor(heading: str) -> str:
    """What is flagged → what-is-flagged, as the sites that show Markdown do."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def list_links(path: Path) -> Iterator[str]:
    text = FENCE.sub("", read_text(path))
    return (found["target"] for found in LINK.finditer(text) if "://" not in found["target"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in list_links(page):
        name, _, section = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not section or section in map(anchor, HEADING.findall(read_text(target))), link


@pytest.mark.parametrize("folder", ["docs", "docs/adr", "docs/guide"])
def test_every_page_is_reached_from_the_index(folder: str) -> None:
    linked = set(list_links(ROOT / "docs" / "index.md"))
    pages = {str(path.relative_to(ROOT / "docs")) for path in (ROOT / folder).glob("*.md")}
    assert pages - {"index.md"} <= linked


# ── The README ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_readme_names_commands_that_exist(page: Path) -> None:
    blocks = "".join(list_fences(page, "sh"))
    assert set(MADE.findall(read_text(page))) <= set(TARGET.findall(read_text(ROOT / "Makefile")))
    assert {"demo", "test"} <= set(MADE.findall(blocks))
    assert set(RUN.findall(blocks)) == set(commands.list_commands())


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_readme_shows_what_the_library_gives(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = list_fences(page, "pycon")
    assert examples
    for number, text in enumerate(examples, start=1):
        example = doctest.DocTestParser().get_doctest(text, {}, f"{page.name} {number}", str(page), 0)
        assert doctest.DocTestRunner().run(example).failed == 0


def test_the_bounds_are_told_as_they_are() -> None:
    page = read_text(ROOT / "docs" / "formats.md")
    for megabytes in (bounds.FILE_BYTES, bounds.TEXT_BYTES, bounds.UNPACKED_BYTES):
        assert f"{megabytes // bounds.MEBIBYTE} MiB" in page
    for count in (bounds.MEMBERS, bounds.CHARACTERS, bounds.BLOCKS, bounds.CELLS, bounds.AREA):
        assert f"{count:,}" in page


# ── Examples of documents ────────────────────────────────────────────────────────────────────────────────────────────


def name_units(units: tuple[Unit, ...]) -> str:
    return "、".join(("▲" if unit.role is Role.LEAD else "") + unit.name for unit in units)


def describe_shares(task: Task) -> str:
    if task.allocation is None:
        return ""
    shares = "、".join(f"{share.district} {share.printed}" for share in task.allocation.shares)
    return f"{shares}（{SUM_CHECKS[task.allocation.sum_check]}）"


def describe_task(task: Task) -> str:
    leaders = "、".join(leader.name for leader in task.leaders)
    dues = "、".join(due.by.isoformat() if due.by else due.quote.text for due in task.due)
    fields = (str(task.number), task.section, task.text, leaders, name_units(task.units), dues, describe_shares(task))
    return " | ".join(field for field in fields if field)


def describe(reading: Reading) -> list[str]:
    """What was read, a line each, as under the examples of `docs/documents.md`."""
    match reading:
        case Plan():
            return [describe_task(task) for task in reading.tasks]
        case Progress():
            return [f"{row.number} | {row.name} | {name_units(row.units)} | {row.text}" for row in reading.rows]
        case Report():
            measures = [(action, measure) for action in reading.actions for measure in action.measures]
            return [
                f"{action.ordinal}、{action.name} | {measure.name} | {commitment.text}"
                for action, measure in measures
                for commitment in measure.commitments
            ]
        case _:
            return [str(reading.kind)]


def list_examples() -> list[Any]:
    page = ROOT / "docs" / "documents.md"
    pairs = zip(list_fences(page, "text"), list_fences(page, "result"), strict=True)
    return [pytest.param(text, result, id=text.split("\n")[0][:24]) for text, result in pairs]


@pytest.mark.parametrize(("text", "result"), list_examples())
def test_every_layout_is_read_as_its_page_says(text: str, result: str) -> None:
    source = mend(open_bytes(text.encode(), name="example"))
    assert describe(read_source(source, as_of=AS_OF)) == result.splitlines()


def test_every_doubt_is_described() -> None:
    described = re.findall(r"^\| `([a-z-]+)` \|", read_text(ROOT / "docs" / "documents.md"), re.MULTILINE)
    raised = {code for path in (ROOT / "src").rglob("*.py") for code in CODE.findall(read_text(path))}
    assert sorted(described) == sorted(raised)


# ── Files that others read ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads(read_text(ROOT / "pyproject.toml"))["project"]["version"]
    assert f"softwareVersion: {version}\n" in read_text(ROOT / "publiccode.yml")
    assert f"## [{version}]" in read_text(ROOT / "CHANGELOG.md")
