"""The breakdown as a workbook: the year's work by field, and the livelihood projects with a quota for every place."""

from collections.abc import Iterator

from demo.building.notice import print_date
from demo.building.source import Entry
from demo.building.workbook import Box, Page, head_table, write_book

WORK_HEADS = ("序号", "领域", "目标任务", "牵头领导", "牵头单位", "配合单位", "完成时限")
WORK_WIDTHS = (6.0, 11.0, 62.0, 10.0, 17.0, 42.0, 11.0)
LEFT_HEADS = ("序号", "项目名称", "工作目标", "全市任务")
RIGHT_HEADS = ("牵头领导", "牵头单位", "配合单位")
SPREAD_HEAD = "各镇街任务分解"


def write_plan(plan: Entry) -> bytes:
    """Return a plan that is ordered by fields as the bytes of an .xlsx file of two sheets."""
    document = plan["document"]
    note = f"{document['number']}　　{document['issuer']}　　{print_date(document['date'])}"
    pages = (_lay_out_work(plan, note), _lay_out_livelihood(plan["livelihood"], note))
    return write_book(pages, document["title"], document["issuer"], document["date"])


def _lay_out_work(plan: Entry, note: str) -> Page:
    head = head_table(plan["document"]["title"], note, WORK_HEADS)
    return Page("重点工作", WORK_WIDTHS, 3, head + tuple(_list_work(plan["fields"])))


def _list_work(fields: list[Entry]) -> Iterator[Box]:
    row = 3
    for field in fields:
        yield Box(row, 1, field["name"], rows=len(field["tasks"]))
        for task in field["tasks"]:
            yield Box(row, 0, row - 2, "number")
            yield Box(row, 2, task["text"], "text")
            yield Box(row, 3, task["leader"].replace("、", "\n"))
            yield Box(row, 4, task["lead"])
            yield Box(row, 5, task["with"], "text")
            yield Box(row, 6, task["due"])
            row += 1


def _lay_out_livelihood(livelihood: Entry, note: str) -> Page:
    places = livelihood["places"]
    widths = (5.5, 11.0, 37.0, 11.0, *(9.3 for _ in places), 10.0, 19.0, 24.0)
    boxes = (*_head_livelihood(livelihood["title"], note, places), *_list_livelihood(livelihood["items"], len(places)))
    return Page("民生实事", widths, 4, boxes)


def _head_livelihood(title: str, note: str, places: list[str]) -> Iterator[Box]:
    width = len(LEFT_HEADS) + len(places) + len(RIGHT_HEADS)
    yield Box(0, 0, title, "title", columns=width)
    yield Box(1, 0, note, "note", columns=width)
    right = len(LEFT_HEADS) + len(places)
    for column, text in (*enumerate(LEFT_HEADS), *enumerate(RIGHT_HEADS, right)):
        yield Box(2, column, text, "head", rows=2)
    yield Box(2, len(LEFT_HEADS), SPREAD_HEAD, "head", columns=len(places))
    for column, place in enumerate(places, len(LEFT_HEADS)):
        yield Box(3, column, place, "head")


def _list_livelihood(items: list[Entry], places: int) -> Iterator[Box]:
    row = 4
    for number, item in enumerate(items, 1):
        rows = len(item["rows"])
        yield Box(row, 0, number, "number", rows=rows)
        yield Box(row, 1, item["name"], rows=rows)
        for column, key in enumerate(("leader", "lead", "with"), len(LEFT_HEADS) + places):
            yield Box(row, column, item[key], "text" if key == "with" else "center", rows=rows)
        for line in item["rows"]:
            yield Box(row, 2, line["goal"], "text")
            yield _box_number(row, 3, line["total"])
            yield from _spread(row, line["shares"], places)
            row += 1


def _spread(row: int, shares: list[str], places: int) -> Iterator[Box]:
    if len(shares) == 1:
        yield Box(row, len(LEFT_HEADS), shares[0], columns=places)
        return
    for column, share in enumerate(shares, len(LEFT_HEADS)):
        yield _box_number(row, column, share)


def _box_number(row: int, column: int, printed: str) -> Box:
    return Box(row, column, int(printed) if printed.isdigit() else printed, "number")
