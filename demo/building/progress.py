"""The quarterly progress tables as workbooks: what each lead unit reports of the tasks that the plan names."""

from collections.abc import Iterator

from demo.building.notice import print_date
from demo.building.source import Entry
from demo.building.workbook import Box, Page, head_table, write_book

WIDTHS = (6.0, 46.0, 18.0, 72.0)


def write_progress(progress: Entry, plan: Entry, quarter: str) -> bytes:
    """Return one quarter (q1, q2 or q3) of `progress` as the bytes of an .xlsx file."""
    document = progress["document"]
    printed, day = document["quarters"][quarter], document["dates"][quarter]
    title = document["title"].format(quarter=printed)
    heads = ("序号", "任务名称", "牵头单位", document["column"].format(quarter=printed))
    note = f"{document['issuer']}　　{print_date(day)}"
    boxes = (*head_table(title, note, heads), *_list_rows(progress["rows"], _index_tasks(plan), quarter))
    return write_book((Page(f"{printed}进展", WIDTHS, 3, boxes),), title, document["issuer"], day)


def _index_tasks(plan: Entry) -> dict[str, Entry]:
    """The tasks by their ids: those of both parts, a line of the second with the lead of its item."""
    work = {task["id"]: task for field in plan["fields"] for task in field["tasks"]}
    items = plan["livelihood"]["items"]
    lines = {line["id"]: {"text": line["goal"], "lead": item["lead"]} for item in items for line in item["rows"]}
    return work | lines


def _list_rows(rows: list[Entry], tasks: dict[str, Entry], quarter: str) -> Iterator[Box]:
    reported = [row for row in rows if quarter in row]
    for number, row in enumerate(reported, 1):
        task = tasks[row["task"]]
        yield Box(number + 2, 0, number, "number")
        yield Box(number + 2, 1, row.get("name", task["text"].removesuffix("。")), "text")
        yield Box(number + 2, 2, task["lead"])
        yield Box(number + 2, 3, row[quarter], "text")
