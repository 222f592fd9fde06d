"""Findings as text for people, as JSON, and as SARIF 2.1.0 for programs that show findings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import quote as percent_encoded

from luoshi.checking.check import Rule, Severity
from luoshi.checking.findings import Finding
from luoshi.model import Quote

Json = dict[str, Any]

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "疑点", Severity.INFO: "提示"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file; `quiet` are the findings that a clerk let stand."""

    name: str
    findings: tuple[Finding, ...]
    quiet: tuple[Finding, ...] = ()


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _position(name: str, quote: Quote | None) -> str:
    if quote is None:
        return f"{name}:-:-"
    place = quote.place
    if place.sheet is not None and place.row is not None:
        return f"{name}:{place.sheet}:{place.row + 1}"
    return f"{name}:{place.page or place.sheet or '-'}:{place.block}"


def _one_line(text: str) -> str:
    """Without what would break the line or steer the terminal."""
    return "".join(char if char.isprintable() or char == "　" else " " for char in text)


def _line(name: str, finding: Finding, *, is_coloured: bool) -> str:
    severity = finding.rule.severity
    told = f"{finding.rule.code} {severity}"
    if is_coloured:
        told = f"\033[{_COLOURS[severity]}m{told}\033[0m"
    return f"{_one_line(_position(name, finding.flag.quote))}  {told}  {_one_line(finding.flag.message)}"


def write_text(files: Sequence[Checked], *, is_coloured: bool, unchecked: int = 0) -> str:
    """A line a finding, then a line that counts them, and the files that could not be checked."""
    lines = [_line(each.name, finding, is_coloured=is_coloured) for each in files for finding in each.findings]
    return "".join(f"{line}\n" for line in (*lines, _summary(files, unchecked)))


def count_severities(files: Sequence[Checked]) -> Counter[Severity]:
    """How many findings of each severity stand."""
    return Counter(finding.rule.severity for each in files for finding in each.findings)


def _summary(files: Sequence[Checked], unchecked: int) -> str:
    if not files:
        return f"{unchecked} 份文件都没有检查，原因见上。"
    counts, quiet = count_severities(files), sum(len(each.quiet) for each in files)
    told = "，".join(f"{word} {counts[severity]} 处" for severity, word in SEVERITIES.items() if counts[severity])
    beside = f"；另有 {quiet} 处已注明理由，不再提示" if quiet else ""
    left = f"；还有 {unchecked} 份没有检查，原因见上" if unchecked else ""
    return f"检查了 {len(files)} 份文件：{told or '没有发现疑点'}{beside}{left}。"


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _quoted(quote: Quote | None) -> Json:
    if quote is None:
        return {"quote": None, "place": None}
    place = {name: value for name, value in asdict(quote.place).items() if value is not None}
    return {"quote": quote.text, "place": place}


def _finding(finding: Finding) -> Json:
    rule = finding.rule
    head = {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "message": finding.flag.message}
    return {**head, **_quoted(finding.flag.quote)}


def write_json(files: Sequence[Checked]) -> Json:
    """`{"files": [{"file", "findings": […], "suppressed": […]}], "summary": {"error", "warning", "info"}}`."""
    counts = count_severities(files)
    return {
        "files": [
            {
                "file": each.name,
                "findings": [_finding(finding) for finding in each.findings],
                "suppressed": [_finding(finding) for finding in each.quiet],
            }
            for each in files
        ],
        "summary": {severity.value: counts[severity] for severity in Severity},
    }


# ── SARIF ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sarif_rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.description},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(name: str, finding: Finding, *, is_quiet: bool) -> Json:
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": percent_encoded(PurePath(name).as_posix())}}}
    quote = finding.flag.quote
    if quote is not None:
        # A document has no lines that count; the block is its nth paragraph or table
        location["logicalLocations"] = [{"fullyQualifiedName": f"block {quote.place.block}", "kind": "element"}]
    result: Json = {
        "ruleId": finding.rule.code,
        "level": _LEVELS[finding.rule.severity],
        "message": {"text": finding.flag.message},
        "locations": [location],
        "properties": _quoted(quote),
    }
    return {**result, "suppressions": [{"kind": "external"}]} if is_quiet else result


def _sarif_results(files: Sequence[Checked]) -> Iterator[Json]:
    for each in files:
        yield from (_sarif_result(each.name, finding, is_quiet=False) for finding in each.findings)
        yield from (_sarif_result(each.name, finding, is_quiet=True) for finding in each.quiet)


def write_sarif(files: Sequence[Checked], rules: Sequence[Rule], version: str) -> Json:
    """One run of SARIF 2.1.0; suppressed findings are told as such."""
    driver = {"name": "luoshi", "version": version, "rules": [_sarif_rule(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "results": list(_sarif_results(files))}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
