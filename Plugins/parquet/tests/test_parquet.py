"""A made-up answer becomes a file, and is read back by others."""

import io
import json
import os
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional

import paths
import pyarrow.parquet as pq
from waymark_plugin_testing import PluginError, PluginProcess

DIGEST = "sha256:" + "0123456789abcdef" * 4

COLUMNS = [
    {"name": "framework", "type": "text", "meaning": "The framework's id."},
    {"name": "place_name", "type": "text", "meaning": "What people call the place."},
    {"name": "n", "type": "integer", "meaning": "How many subjects were judged."},
    {"name": "mean", "type": "number", "meaning": "The mean in the scale's own values, noise included."},
    {"name": "is_new", "type": "boolean", "meaning": "A column that only this test has."},
    {"name": "change_since", "type": "text", "meaning": "The earlier school year."},
]

ROWS: List[List[Any]] = [
    ["made-up", "Nordland", 47, 2.191489, True, None],
    ["made-up", 'Südland, "the" south', 22, 2, False, "2024-25"],
    ["made-up", "Ynys Môn 🐑", None, -0.5, None, None],
]


def request(rows: Optional[List[List[Any]]] = None, columns: Optional[List[Dict[str, Any]]] = None) -> Dict[str, Any]:
    figure = {
        "id": "leadership", "unit": "criterion", "title": "Leadership", "criteria": 1, "rows": [],
        "scale": {"lowest": 1, "highest": 2, "moving": False, "points": [{"value": 1, "label": "Emerging"}]},
    }  # fmt: skip
    answer = {
        "schema": "waymark.comparison/1",
        "framework": {"id": "made-up", "major": 1, "title": "A made-up framework",
                      "versions": [{"version": "1.0.0", "digest": DIGEST}]},
        "kind": "self", "by": "region", "periods": ["2024-25", "2025-26"], "sheets": 5, "figures": [figure], "breaks": [],
        "policies": [{"id": "default", "digest": DIGEST}], "notes": ["Every figure carries noise."],
        "registry": {"title": "Made up", "origin": "registry.example/made-up", "size": 35, "root": DIGEST},
        "citation": "made-up@1.0.0; registry.example/made-up, size 35",
    }  # fmt: skip
    table = {"columns": COLUMNS if columns is None else columns, "rows": ROWS if rows is None else rows}
    return {"format": "parquet", "options": {}, "answer": answer, "table": table}


class Exporting(unittest.TestCase):
    def setUp(self) -> None:
        self.plugin = PluginProcess(paths.PLUGIN)
        self.addCleanup(self.plugin.kill)

    def export(self, **changes: Any) -> bytes:
        answer = self.plugin.call("answer.export", request(**changes))
        self.assertEqual(set(answer.result), {"files"})
        ((name, content),) = answer.files.items()
        self.assertEqual(name, "made-up-by-region.parquet")
        return content

    def test_types_and_cells_come_back(self) -> None:
        table = pq.read_table(io.BytesIO(self.export()))
        self.assertEqual(
            [str(field.type) for field in table.schema], ["string", "string", "int64", "double", "bool", "string"]
        )
        self.assertEqual([list(row.values()) for row in table.to_pylist()], ROWS)

    def test_the_codebook_is_inside(self) -> None:
        schema = pq.read_schema(io.BytesIO(self.export()))
        about = {key.decode(): value.decode() for key, value in schema.metadata.items()}
        self.assertEqual(about["waymark.citation"], "made-up@1.0.0; registry.example/made-up, size 35")
        self.assertEqual(about["waymark.registry.origin"], "registry.example/made-up")
        self.assertEqual((about["waymark.registry.size"], about["waymark.registry.root"]), ("35", DIGEST))
        self.assertEqual(json.loads(about["waymark.policies"]), [{"id": "default", "digest": DIGEST}])
        self.assertEqual(json.loads(about["waymark.framework"])["versions"][0]["digest"], DIGEST)
        self.assertEqual(about["waymark.title"], "A made-up framework, regions side by side, 2024-25 to 2025-26")
        codebook = json.loads(about["waymark.codebook"])
        self.assertEqual([each["name"] for each in codebook["columns"]], [each["name"] for each in COLUMNS])
        self.assertEqual(codebook["columns"][2]["unit"], "subjects")
        self.assertEqual(codebook["figures"][0]["scale"]["points"][0]["label"], "Emerging")
        self.assertEqual(
            schema.field("mean").metadata,
            {b"meaning": b"The mean in the scale's own values, noise included.", b"unit": b"points of the scale"},
        )

    def test_the_same_answer_gives_the_same_bytes(self) -> None:
        first = self.export()
        self.assertEqual(self.export(), first)
        for seed in ("0", "1"):
            os.environ["PYTHONHASHSEED"] = seed
            self.addCleanup(os.environ.pop, "PYTHONHASHSEED", None)
            with PluginProcess(paths.PLUGIN) as other:
                (again,) = other.call("answer.export", request()).files.values()
            self.assertEqual(again, first)

    def test_an_empty_answer_is_a_file_with_its_columns(self) -> None:
        table = pq.read_table(io.BytesIO(self.export(rows=[])))
        self.assertEqual((table.num_rows, table.num_columns), (0, len(COLUMNS)))

    def test_a_hundred_thousand_rows(self) -> None:
        rows = [["made-up", f"Place {number % 9}", number, number / 7, None, None] for number in range(100_000)]
        table = pq.read_table(io.BytesIO(self.export(rows=rows)))
        self.assertEqual(table.column("n").to_pylist()[-1], 99_999)

    def test_what_does_not_fit_is_named(self) -> None:
        def refuse(words: str, where: Optional[str], **changes: Any) -> None:
            with self.assertRaisesRegex(PluginError, words) as refused:
                self.export(**changes)
            self.assertEqual(refused.exception.mistakes[0].get("where"), where)

        refuse("“many” is no integer", "row 2", rows=[ROWS[0], ["made-up", "x", "many", 1.0, None, None]])
        refuse("“True” is no integer", "row 1", rows=[["made-up", "x", True, 1.0, None, None]])
        refuse("too large", None, rows=[["made-up", "x", 2**70, 1.0, None, None]])
        refuse("2 cells for 6 columns", "row 1", rows=[["made-up", "x"]])
        refuse("Two columns are called “n”", None, columns=[COLUMNS[2]] * 2, rows=[])
        refuse("of the type “date”", None, columns=[{"name": "a", "type": "date"}], rows=[])
        self.export()

    def test_duckdb_reads_it(self) -> None:
        try:
            import duckdb
        except ImportError:
            self.skipTest("DuckDB is not installed")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.parquet"
            file.write_bytes(self.export())
            connection = duckdb.connect()
            types = connection.execute(f"describe select * from '{file}'").fetchall()
            self.assertEqual(
                [each[1] for each in types], ["VARCHAR", "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR"]
            )
            rows = connection.execute(f"select * from '{file}'").fetchall()
            self.assertEqual([list(row) for row in rows], ROWS)
            keys = connection.execute(
                f"select decode(key), decode(value) from parquet_kv_metadata('{file}')"
            ).fetchall()
            self.assertEqual(dict(keys)["waymark.registry.root"], DIGEST)
