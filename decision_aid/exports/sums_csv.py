"""The calculation behind "what your answers point to" as a CSV file."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields

from babel import Locale

from decision_aid.exports.table_file import Cell, table_file
from decision_aid.model.aid import Aid
from decision_aid.summary.sums import SumLine


def sums_csv(aid: Aid, lines: tuple[SumLine, ...], locale: Locale) -> bytes:
    """The lines as CSV with a heading; version and seed on every line, numbers with four decimals."""
    columns = [field.name for field in fields(SumLine)]
    return table_file(locale, [*columns, "aid_version"], _cells(aid, lines))


def _cells(aid: Aid, lines: tuple[SumLine, ...]) -> Iterator[Mapping[str, Cell]]:
    for line in lines:
        rounded = {name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(line).items()}
        yield rounded | {"aid_version": aid.decision.version}
