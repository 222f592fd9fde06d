"""Under which address a line stands in its plan (重点工作/2/0/15): what no other line has."""

from collections.abc import Container

from luoshi.records.register.reading import Json

_AGAIN = "~"
"""Before the count of those that print the same number in one place."""


def moved_address(line: Json, changes: Json, taken: Container[str]) -> str:
    """The address of a line whose part or number was put right; leaders and sections above it stay."""
    opening, part = str(line["id"]).rpartition("/")[0], line["part"]
    above = opening.removeprefix(part) if opening.startswith(part) else ""
    now = {**line, **changes}
    number = f"{now['number']}-{now['sub']}" if now.get("sub") else str(now["number"])
    return free_address(f"{now['part']}{above}/{number}", taken)


def free_address(wanted: str, taken: Container[str]) -> str:
    """The address, with ~2, ~3 … behind it where others have it."""
    bare, place = wanted.partition(_AGAIN)[0], 2
    address = wanted
    while address in taken:
        address, place = f"{bare}{_AGAIN}{place}", place + 1
    return address
