"""Tables as rows of cells, for formats that have no merged cells and for those that have."""

from luoshi.model import Cell, Table


def shape(table: Table) -> tuple[int, int]:
    """Rows and columns of a table."""
    height = max(cell.row + cell.row_span for cell in table.cells)
    return height, max(cell.column + cell.column_span for cell in table.cells)


def rows_of_cells(table: Table) -> list[list[Cell]]:
    """The cells that begin in each row."""
    rows: list[list[Cell]] = [[] for _ in range(shape(table)[0])]
    for cell in sorted(table.cells, key=lambda cell: cell.column):
        rows[cell.row].append(cell)
    return rows


def rows_of_texts(table: Table) -> list[list[str]]:
    """The text at each position of the grid, empty where a merged cell reaches in."""
    height, width = shape(table)
    rows = [[""] * width for _ in range(height)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
