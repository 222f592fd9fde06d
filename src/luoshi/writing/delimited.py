"""A ledger sheet as CSV for spreadsheet programs."""

import csv
import io

from luoshi.writing.ledger import Sheet, Value

# A cell that begins so is run as a formula by spreadsheet programs (OWASP, CSV injection): "=1+1", "+86 579", "@sum"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: Value) -> str:
    """Text that would be a formula gets an apostrophe before it; numbers keep their sign, dates are ISO."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else str(value)


def write_csv(sheet: Sheet) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(map(_cell, sheet.columns))
    writer.writerows(map(_cell, row) for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig", "backslashreplace")
