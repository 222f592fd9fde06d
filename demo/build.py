"""Builds the documents of the demo city: `python -m demo.build` writes `demo/sources` to `demo/documents`."""

from datetime import date
from pathlib import Path

import typst
from demo.building.notice import write_notice
from demo.building.plan import write_plan
from demo.building.progress import write_progress
from demo.building.report import write_report
from demo.building.source import FOLDER, read_source

ROOT = Path(__file__).parent
DELIVERED = date(2027, 1, 19)


def build() -> dict[str, bytes]:
    """Return the name and the bytes of every document."""
    plan, progress = read_source("plan-2026"), read_source("progress-2026")
    report = (FOLDER / "report-2027.md").read_text(encoding="utf-8")
    return {
        "plan-2024.docx": write_notice(read_source("plan-2024")),
        "plan-2025.pdf": typst.compile(FOLDER / "plan-2025.typ", root=ROOT),
        "plan-2026.xlsx": write_plan(plan),
        "progress-2026-q1.xlsx": write_progress(progress, plan, "q1"),
        "progress-2026-q2.xlsx": write_progress(progress, plan, "q2"),
        "progress-2026-q3.xlsx": write_progress(progress, plan, "q3"),
        "report-2027.docx": write_report(report, "映川市人民政府", DELIVERED),
    }


def main() -> None:
    """Write every document to `demo/documents`."""
    folder = ROOT / "documents"
    folder.mkdir(exist_ok=True)
    for name, content in build().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
