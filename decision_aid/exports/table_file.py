"""CSV files that a spreadsheet opens on double click, with the decimal sign and separator of a locale.

Spreadsheets read CSV by the country settings of the device. Where those write 0,7, they take 0.7 for text or a date,
and a comma between columns would split the number.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from babel import Locale
from babel.numbers import get_decimal_symbol

Cell = str | int | float | bool | None

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets read the file in a legacy code page."""


def table_file(locale: Locale, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """A CSV file in UTF-8 with byte order mark and heading; missing columns of a row are empty.

    Numbers (int and float) have the decimal sign of the locale and no thousands separator. Columns are separated by a
    comma, or by a semicolon if the comma is the decimal sign.
    """
    point = get_decimal_symbol(locale)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if point == "," else ",")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell_text(row.get(column), point) for column in columns])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _cell_text(cell: Cell, point: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int() | float():
            return format(Decimal(str(cell)), "f").replace(
                ".", point
            )  # never 1e-05, which some spreadsheets do not read
        case _:
            return cell
