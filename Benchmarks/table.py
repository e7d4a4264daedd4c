"""Puts the figures of one run side by side: table.py BINARY FOLDER, where `run` has left what it measured."""

import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

JUDGEMENTS, STARTS = 200_000 * 71, 20
EVALUATIONS, ANSWERS, MEANS_A_SECOND = 100_000, 60, 100_000
COLUMNS = ["work", "peer or limit", "its figure", "Waymark", "ratio", "aim", "met"]


def exported(path, *names):
    """The best processor and wall-clock times in milliseconds of benchmarks, from the tool's JMH export."""
    lines = path.read_text().splitlines()
    export = next((line for line in lines if line.startswith("[{")), None)
    if export is None:
        sys.exit(f"{path.name} holds no figures:\n" + "\n".join(lines[-20:]))
    found = {}
    for element in json.loads(export):
        metrics = element["secondaryMetrics"]
        processor, wall = metrics["processor time"], metrics["Time (wall clock)"]
        found[element["benchmark"].rsplit(".", 1)[-1]] = (
            processor["scorePercentiles"]["0.0"] / 1000,
            wall["scorePercentiles"]["0.0"] / 1000,
        )
    if not found.keys() >= set(names):
        sys.exit(f"{path.name} does not hold all figures:\n" + "\n".join(line[:200] for line in lines[-20:]))
    return [found[name] for name in names]


def start_to_end(arguments):
    """Wall-clock and processor time in milliseconds and peak memory in bytes of one process, start to end."""
    with open(os.devnull, "wb") as nowhere:
        begin = time.perf_counter()
        process = subprocess.Popen(arguments, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(arguments[1:])} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss * unit


def processor_name():
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found.group(1) if found else platform.processor() or platform.machine()


def verdict(value, aim, most=None):
    """For figures that should be small."""
    if value <= aim:
        return "yes"
    return "within the most" if most is not None and value <= most else "NO"


def reading_rows(folder, binary):
    (peer, peer_wall), (own, own_wall) = exported(folder / "Reading.txt", "libyaml", "Waymark")
    text = folder / "generated.yaml"
    size = text.stat().st_size
    peak = start_to_end([binary, "framework", "check", str(text)])[2]
    return [
        [f"{size / 1e6:.1f} MB of YAML to checked framework", "libyaml, events only", f"{peer:.1f} ms",
         f"{own:.1f} ms", f"{own / peer:.2f} x", "at most 3 x (4 x)", verdict(own / peer, 3, 4)],
        ["the same on the clock", "libyaml, events only", f"{peer_wall:.1f} ms", f"{own_wall:.1f} ms",
         f"{own_wall / peer_wall:.2f} x", "", ""],
        ["its peak memory, whole process", "size of the file", f"{size / 1e6:.1f} MB", f"{peak / 1e6:.1f} MB",
         f"{peak / size:.1f} x", "at most 25 x", verdict(peak / size, 25)],
    ]  # fmt: skip


def scoring_rows(folder):
    [(own, own_wall)] = exported(folder / "Scoring.txt", "Waymark")
    peer = json.loads((folder / "peer.json").read_text())
    printed = re.search(r"^checksum (\d+)$", (folder / "Scoring.txt").read_text(), re.MULTILINE)
    checksum = int(printed.group(1)) if printed else None
    if checksum != peer["checksum"]:
        sys.exit(f"The answers differ: Waymark's checksum is {checksum}, DuckDB's {peer['checksum']}.")
    print(f"Scoring: Waymark and DuckDB give the same medians and counts (checksum {checksum}).\n")
    ratio, speed = peer["processor"] / own, JUDGEMENTS / own / 1000
    return [
        ["200,000 reviews x 71: median, count a section", "DuckDB, one thread", f"{peer['processor']:.0f} ms",
         f"{own:.1f} ms", f"{ratio:.1f} x as fast", "at least 4 x", "yes" if ratio >= 4 else "NO"],
        ["the same on the clock", "DuckDB, one thread", f"{peer['wall']:.0f} ms", f"{own_wall:.1f} ms",
         f"{peer['wall'] / own_wall:.1f} x as fast", "", ""],
        ["judgements scored in a second", "20 M", f"{JUDGEMENTS / peer['processor'] / 1000:.1f} M (DuckDB)",
         f"{speed:.0f} M", "", "at least 20 M", "yes" if speed >= 20 else "NO"],
    ]  # fmt: skip


def expression_rows(folder):
    names = ["coverage", "band", "role", "mean"]
    speeds = [EVALUATIONS / own * 1000 for own, _ in exported(folder / "Evaluating.txt", *names)]
    peer = json.loads((folder / "expression_peer.json").read_text())
    printed = re.findall(r"^answers (\w+) (\[.*\])$", (folder / "Evaluating.txt").read_text(), re.MULTILINE)
    answers = {name: json.loads(text) for name, text in printed}
    for name, theirs in peer.items():
        ours = answers.get(name.split()[0])
        if ours != theirs["answers"]:
            sys.exit(f"The answers to \"{name}\" differ: Waymark gives {ours}, the Rust cel {theirs['answers']}.")
    print("Expressions: Waymark and the Rust cel give the same answers for each of the four reviews.\n")
    rows = []
    for work, name, peer_name in [
        ("rule of coverage: exists and size", "coverage", "Rust cel"),
        ("rule of a band: nested conditions", "band", "Rust cel"),
        ("rule of a role: lead is not host", "role", "Rust cel"),
        (f"weighted mean of {ANSWERS} answers", "mean", "Rust cel, Python's sum"),
        ("the same", "mean in full", f"Rust cel, {ANSWERS} terms in full"),
    ]:
        own, theirs = speeds[names.index(name.split()[0])], peer[name]["rate"]
        met, aim = own > theirs, "ahead"
        if name == "mean":
            met, aim = met and own >= MEANS_A_SECOND, f"ahead; at least {MEANS_A_SECOND // 1000} k/s"
        rows.append(
            [work, peer_name, f"{theirs / 1000:,.1f} k/s", f"{own / 1000:,.0f} k/s", f"{own / theirs:.1f} x as fast",
             aim, "yes" if met else "NO"])  # fmt: skip
    return rows


def version_rows(folder):
    (base, _), (chain, _), (diff, _) = exported(folder / "Versions.txt", "base", "chain", "diff")
    typed = (folder / "keystrokes.txt").read_text()
    found = re.search(r"^keystroke to diagnostics +median +([0-9.]+) ms +p95 +([0-9.]+) ms", typed, re.MULTILINE)
    if not found:
        sys.exit("keystrokes.txt holds no figures:\n" + typed)
    median, late = float(found.group(1)), float(found.group(2))
    return [
        ["a chain of five variants over 6,000 criteria", "checking its base alone", f"{base:.1f} ms",
         f"{chain:.1f} ms", f"{chain / base:.2f} x", "under 3 x", verdict(chain / base, 3)],
        ["diff of two versions of 6,000 criteria", "limit", "200 ms", f"{diff:.1f} ms", "", "under 200 ms",
         verdict(diff, 200)],
        ["keystroke to diagnostics, 300 KB, median", "limit", "50 ms", f"{median:.1f} ms",
         f"95 % within {late:.1f} ms", "within 50 ms", verdict(median, 50)],
    ]  # fmt: skip


def plugin_rows(binary, folder):
    (_, warm), (_, million) = exported(folder / "Plugins.txt", "warm", "million")
    program = str(Path(__file__).parent / "Plugins" / "trimmed" / "main.py")
    # The Python that the sandbox sees.
    python = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else "python3"
    alone = min(start_to_end([python, program, str(folder / "million.json")])[0] for _ in range(5))
    made, read = workbook_times(binary, folder)
    return [
        ["a warm call of an empty hook, Python", "limit", "1 ms", f"{warm * 1000:.0f} µs", "", "under 1 ms",
         verdict(warm, 1)],
        ["1,000,000 judgements through a Python aggregation", "the same program alone", f"{alone:.0f} ms",
         f"{million:.0f} ms", f"{million / alone:.2f} x", "within 3 x", verdict(million / alone, 3)],
        ["a workbook of 71 criteria made", "limit", "2 s", f"{made / 1000:.2f} s", "", "under 2 s",
         verdict(made, 2000)],
        ["the same read", "limit", "2 s", f"{read / 1000:.2f} s", "", "under 2 s", verdict(read, 2000)],
    ]  # fmt: skip


def sheet_rows(folder):
    text = (folder / "Sheets.txt").read_text()
    if not re.search(r"^figures 4$", text, re.MULTILINE):
        sys.exit("The sheet does not hold its four sections:\n" + text[:400])
    [(_, wall)] = exported(folder / "Sheets.txt", "sections")
    return [
        ["a sheet of 71 criteria as sections, 40 schools", "limit", "20 ms", f"{wall:.2f} ms", "", "under 20 ms",
         verdict(wall, 20)],
    ]  # fmt: skip


def pool_rows(folder):
    (make, _), (verify, _) = exported(folder / "Pools.txt", "make", "verify")
    try:
        thousand = float((folder / "thousand.txt").read_text())
    except OSError:
        sys.exit("The 1,000 contributions were not counted:\n" + (folder / "Pools.txt").read_text()[-2000:])
    return [
        ["a contribution of 71 criteria, shared and proved", "limit", "150 ms", f"{make:.0f} ms", "", "under 150 ms",
         verdict(make, 150)],
        ["the same, opened and checked at a registry", "limit", "150 ms", f"{verify:.0f} ms", "", "under 150 ms",
         verdict(verify, 150)],
        ["1,000 of them taken, checked and added up", "limit", "180 s", f"{thousand / 1000:.1f} s", "",
         "under 180 s", verdict(thousand / 1000, 180)],
    ]  # fmt: skip


def workbook_times(binary, folder):
    """Milliseconds of making and of reading a workbook of the framework with 71 questions, start to end."""
    sample = folder / "sample"
    subprocess.run(
        [binary, "sample", "--seed", "7", "--partnerships", "1", "--framework", "spp", str(sample)],
        check=True, capture_output=True)  # fmt: skip
    review = sorted(sample.glob("*/reviews/spp/*/*-self.yaml"))[0]
    book, back = folder / "filled.xlsx", folder / "back.yaml"
    made, read = [], []
    for _ in range(5):
        made.append(start_to_end([binary, "framework", "export", "spp", "--as", "xlsx", "-o", str(book)])[0])
        subprocess.run(
            [binary, "review", "export", str(review), "--as", "xlsx", "-o", str(book)],
            check=True, capture_output=True)  # fmt: skip
        back.unlink(missing_ok=True)
        read.append(start_to_end([binary, "review", "import", str(book), "-o", str(back)])[0])
    return statistics.median(made), statistics.median(read)


def starting_rows(binary):
    rows = []
    for arguments, limit in [
        (["--version"], 60),
        (["framework", "check", "Frameworks/emtss"], 60),
        (["framework", "check", "Frameworks"], 250),
    ]:
        start_to_end([binary, *arguments])
        runs = [start_to_end([binary, *arguments]) for _ in range(STARTS)]
        wall, processor = (statistics.median(run[part] for run in runs) for part in (0, 1))
        rows.append(
            ["waymark " + " ".join(arguments), "limit", f"{limit} ms", f"{wall:.1f} ms",
             f"{processor:.0f} ms of processor", f"under {limit} ms", "yes" if wall < limit else "NO"])  # fmt: skip
    return rows


def main():
    binary, folder = sys.argv[1], Path(sys.argv[2])
    busy, cores = os.getloadavg()[0], os.cpu_count()
    rows = [COLUMNS, *starting_rows(binary), *reading_rows(folder, binary), *scoring_rows(folder)]
    rows += expression_rows(folder) + version_rows(folder) + plugin_rows(binary, folder) + sheet_rows(folder)
    rows += pool_rows(folder)
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
    print(f"\nStart to end: the median of {STARTS} runs; plugins: on the clock; all else: the best of several, in processor time.")
    print("k/s: thousands of evaluations a second.")
    print(f"{cores} cores, {processor_name()}; load before the last part {busy:.1f}.")
    if busy > cores:
        print("Other programs kept the machine busy: times on the clock are too long, others somewhat.")


main()
