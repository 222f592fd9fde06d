"""The page of rights: who may do what, from the table that every action and every page asks."""

from pathlib import Path

PAGE = Path(__file__).parent / "rights.md"

_HEAD = """# Who may do what

This is the table that every action and every page asks (`records/people/roles.py`; `python -m docs` writes this page
from it, the tests compare it). `tests/web/test_access.py` opens every address as every role.

A role is held in one government; what it gives holds there and nowhere else. 单位联络员, 单位审签人 and 区县联络员 hold
theirs in one unit, and see the tasks in which it, or a group that it is in, has a part or owes a share of a quota. What
a liaison wrote and the approver has not signed only these two see. A notice is seen by the office that served it, the
leaders of its government, and the unit that it was served on. Whoever may see all of a register also sees, in the
registers below, what their government handed down: those tasks with their reports and their record and, where they may
read notices, those that were served about them, and nothing else that is kept there; they change nothing of it. The
public has no account: who is not signed in sees the sign-in page.

"""


def write_rights() -> str:
    """The text of `docs/rights.md`."""
    from luoshi.records.people.roles import RIGHTS, Right, Role

    lines = [f"| | {' | '.join(role.label for role in Role)} |", "| --- |" + " :---: |" * len(Role)]
    for right in Right:
        marks = ("●" if right in RIGHTS[role] else "" for role in Role)
        lines.append(f"| {right.label} | {' | '.join(marks)} |")
    return _HEAD + "\n".join(lines) + "\n"
