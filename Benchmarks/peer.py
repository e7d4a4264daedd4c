"""The peer of scoring: DuckDB on one thread, from memory, over the same marks.

Prints its best wall-clock and processor times in milliseconds and a checksum of its answer, as JSON.
"""

import json
import time

import duckdb
import numpy

ROWS, COLUMNS, SECTIONS, RUNS = 200_000, 71, [16, 20, 19, 16], 5


def marks():
    """The numbers of Scoring.swift: a linear congruential generator, jumped ahead a block at a time."""
    a, c = 6364136223846793005, 1442695040888963407
    count, mask = ROWS * COLUMNS, (1 << 64) - 1
    block = 1 << 12
    multipliers = numpy.empty(block, numpy.uint64)
    additions = numpy.empty(block, numpy.uint64)
    m, s = 1, 0
    for i in range(block):
        m, s = (m * a) & mask, (s * a + c) & mask
        multipliers[i], additions[i] = m, s
    values = numpy.empty(count + block, numpy.uint8)
    state = numpy.uint64(2026)
    with numpy.errstate(over="ignore"):
        for start in range(0, count, block):
            states = multipliers * state + additions
            values[start : start + block] = (states >> numpy.uint64(33)) % numpy.uint64(6)
            state = states[-1]
    return values[:count]


connection = duckdb.connect(":memory:")
connection.execute("SET threads = 1")
given = {
    "review": numpy.repeat(numpy.arange(ROWS, dtype=numpy.int32), COLUMNS),
    "section": numpy.tile(numpy.repeat(numpy.arange(4, dtype=numpy.int8), SECTIONS), ROWS),
    "mark": marks(),
}
connection.register("given", given)
connection.execute("CREATE TABLE judgement AS SELECT * FROM given")
ANSWER = (
    "SELECT review, section, median(mark) AS middle, count(mark) AS answered FROM judgement GROUP BY review, section"
)
# Summed, so that no time goes into keeping the answer. Counting its rows alone would not do: DuckDB then
# leaves the medians out.
QUERY = f"SELECT sum(middle), sum(answered) FROM ({ANSWER})"
wall, processor = [], []
for _ in range(RUNS):
    begin, begin_processor = time.perf_counter(), time.process_time()
    connection.execute(QUERY).fetchall()
    wall.append(time.perf_counter() - begin)
    processor.append(time.process_time() - begin_processor)
weighed = "(2 * middle * 100 + answered)::BIGINT * ((review * 4 + section) % 9973 + 1)"
rows, checksum = connection.execute(f"SELECT count(*), sum({weighed}) FROM ({ANSWER})").fetchone()
assert rows == ROWS * len(SECTIONS), rows
print(json.dumps({"wall": min(wall) * 1000, "processor": min(processor) * 1000, "checksum": int(checksum)}))
