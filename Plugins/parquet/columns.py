"""The answer's table as an Arrow table: each column with its type, its meaning and its unit."""

from typing import Any, Dict, List, Mapping, Sequence

import pyarrow as pa
from waymark_plugin import Mistakes

TYPES = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
KINDS = {"text": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,)}

# Units of the columns that have one; the others are names, codes and words.
UNITS = {
    "scale_lowest": "value of the scale",
    "scale_highest": "value of the scale",
    "partnerships": "partnerships",
    "n": "subjects",
    "mean": "points of the scale",
    "standard_error": "points of the scale",
    "interval_low": "points of the scale",
    "interval_high": "points of the scale",
    "difference_from_rest": "points of the scale",
    "difference_standard_error": "points of the scale",
    "difference_low": "points of the scale",
    "difference_high": "points of the scale",
    "change": "points of the scale",
    "change_low": "points of the scale",
    "change_high": "points of the scale",
    "log_size": "entries of the log",
}

Column = Mapping[str, Any]


def codebook(columns: Sequence[Column]) -> List[Dict[str, str]]:
    """What stands in each column, in their order."""
    entries = []
    for column in columns:
        entry = {"name": column["name"], "type": column.get("type", "text"), "meaning": column.get("meaning") or ""}
        if column["name"] in UNITS:
            entry["unit"] = UNITS[column["name"]]
        entries.append(entry)
    return entries


def arrow_table(table: Mapping[str, Any]) -> pa.Table:
    columns: Sequence[Column] = table["columns"]
    names = [column["name"] for column in columns]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise Mistakes(f"Two columns are called “{repeated[0]}”; a Parquet file cannot hold both.")
    rows: Sequence[Sequence[Any]] = table["rows"]
    for number, row in enumerate(rows, 1):
        if len(row) != len(columns):
            raise Mistakes([{"message": f"{len(row)} cells for {len(columns)} columns.", "where": f"row {number}"}])
    fields, arrays = [], []
    for index, entry in enumerate(codebook(columns)):
        values = [row[index] for row in rows]
        arrays.append(_array(entry, values))
        told = {key: entry[key] for key in ("meaning", "unit") if entry.get(key)}
        fields.append(pa.field(entry["name"], TYPES[entry["type"]], nullable=True, metadata=told))
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))


def _array(entry: Mapping[str, str], values: Sequence[Any]) -> pa.Array:
    name, kind = entry["name"], entry["type"]
    if kind not in TYPES:
        raise Mistakes(f"The column “{name}” is of the type “{kind}”; there are: {', '.join(TYPES)}.")
    for number, value in enumerate(values, 1):
        # True is a whole number to Python, and not to the reader of a file.
        fits = isinstance(value, KINDS[kind]) and (kind == "boolean") == isinstance(value, bool)
        if value is not None and not fits:
            words = f"“{str(value)[:60]}” is no {kind}, as the column “{name}” wants."
            raise Mistakes([{"message": words, "where": f"row {number}"}])
    try:
        return pa.array(values, type=TYPES[kind])
    except (OverflowError, pa.ArrowInvalid) as error:
        raise Mistakes(f"The column “{name}” holds a number that is too large.") from error
