"""What was read of a document → the lines that a person looks through: tasks as `luoshi read` prints them."""

from collections.abc import Iterator

from luoshi.model import Kind
from luoshi.records.register.reading import Json, Received

REPORT_PART, GOALS_PART, PROGRESS_PART = "政府工作报告", "预期目标", "重点工作"
NO_UNIT: Json = {"code": "no-unit", "message": "报告里没有写由谁办，请写上单位。"}
_EMPTY: Json = {"sub": None, "leader_heading": None, "leaders": [], "units": [], "allocation": None, "flags": []}


def draft_lines(received: Received) -> list[Json]:
    """Every task of a breakdown, every commitment and goal of a report, every row of a progress table."""
    contract = received.contract
    if received.kind is Kind.REPORT:
        return list(_of_report(contract))
    if received.kind is Kind.PROGRESS:
        return [_of_row(order, row) for order, row in enumerate(contract["rows"], start=1)]
    lines: list[Json] = contract["tasks"]
    return lines


def _of_report(contract: Json) -> Iterator[Json]:
    """Numbered through: the year's goals first, then what the actions commit to, measure by measure."""
    goals: dict[str, list[Json]] = {}
    for target in contract["headline_targets"]:
        goals.setdefault(target["quote"], []).append(target)
    lines = [
        *({"id": f"目标/{order}", **_goal(quote, targets)} for order, (quote, targets) in enumerate(goals.items(), 1)),
        *(
            {**commitment, "part": REPORT_PART, "section": action["name"], "name": measure["name"]}
            for action in contract["actions"]
            for measure in action["measures"]
            for commitment in measure["commitments"]
        ),
    ]
    for number, line in enumerate(lines, start=1):
        yield {**_EMPTY, "number": number, **line, "flags": [NO_UNIT]}


def _goal(quote: str, targets: list[Json]) -> Json:
    place = targets[0]["place"]
    goal: Json = {"part": GOALS_PART, "section": None, "name": None, "text": quote, "place": place, "quote": quote}
    return {**goal, "targets": targets, "qualitative": [], "due": []}


def _of_row(order: int, row: Json) -> Json:
    """A row as a task; what it says of progress is kept beside."""
    line: Json = {"part": PROGRESS_PART, "section": None, "name": None, "number": row["number"] or order}
    found = {name: row[name] for name in ("units", "leaders", "targets", "quote", "place")}
    return {**_EMPTY, **line, **found, "id": str(order), "text": row["name"], "due": [], "progress": row["text"]}
