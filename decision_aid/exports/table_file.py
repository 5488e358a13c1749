"""Tables as files that a spreadsheet opens by a double click: its signs for numbers and columns are the language's own.

Spreadsheets read a CSV by the settings of the person's country. Where those write 0,7, they take 0.7 for text or a
date, and a comma between columns would cut the number in two.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from babel import Locale
from babel.numbers import get_decimal_symbol

Cell = str | int | float | bool | None

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets take the letters for those of an old code page."""


def table_file(locale: Locale, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """A CSV file in UTF-8 with its mark and a heading; a column that a row lacks is empty.

    Numbers (int and float) have the decimal sign of the locale and no sign for thousands. A comma parts the columns, or
    a semicolon where the comma is the decimal sign.
    """
    point = get_decimal_symbol(locale)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if point == "," else ",")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_written(row.get(column), point) for column in columns])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _written(cell: Cell, point: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int() | float():
            return format(Decimal(str(cell)), "f").replace(".", point)  # never 1e-05, which some would not read
        case _:
            return cell
