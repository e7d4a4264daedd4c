"""A made-up framework in which every rule of Waymark sums something up, written as its author would."""

from typing import List

_SCALES = """
scales:
  extent:
    kind: ordinal
    points:
      - {id: none, value: 0, label: Not yet}
      - {id: one, value: 1}
      - {id: two, value: 2}
      - {id: all, value: 3, label: Fully}
  steps:
    kind: interval
    title: Steps
    points:
      - {id: low, value: 10, label: Low}
      - {id: high, value: 25, label: "High, or so"}
  colour:
    kind: nominal
    points: [{id: blue, label: Blue}, {id: green, label: Green}, {id: grey, label: "Grey?"}]
"""

RULES = [
    "median",
    "mean",
    "mode",
    "min",
    "max",
    "distribution",
    "none",
    "weighted-mean",
    "{aggregate: proportion, point: two}",
    "{aggregate: proportion, point: all, answered: 0}",
    "{aggregate: median, answered: 0.75, bands: "
    "[{id: a, title: Low, from: 0}, {id: b, title: Fully, from: 2.5}]}",
    "{aggregate: mean, answered: 1, bands: [{id: a, title: Some, from: 1.25}]}",
    "{aggregate: proportion, point: one, bands: [{id: a, title: Most, from: 0.6}]}",
]


def document(overall: str) -> str:
    """Groups with each rule, of four criteria; one of mixed scales, one of names, and one of groups."""
    lines: List[str] = [
        "schema: waymark.framework/1",
        "id: made-up-rules",
        "version: 0.1.0",
        "status: draft",
        "title: Every rule (made up)",
        "language: en-GB",
        "subject: school",
        "levels: [{id: part, title: Part}, {id: group, title: Group}, {id: point, title: Point}]",
        _SCALES.strip(),
        "judging:",
        "  self: {level: point, scale: extent}",
        "  peer: none",
        f"overall: {overall}",
        "criteria:",
    ]
    for number, rule in enumerate(RULES):
        lines += [
            f"  - id: part-{number}",
            f"    title: Part {number}",
            f"    aggregate: {rule}",
            "    criteria:",
        ]
        for group in ("a", "b"):
            lines += [
                f"      - id: {group}",
                f"        title: Group {group}",
                f"        weight: {number + 1}.5" if group == "a" else "        weight: 2",
                "        criteria:",
            ]
            lines += [
                f"          - {{id: q{place}, title: Point {place}{weight(number, place)}}}"
                for place in range(2)
            ]
    lines += mixed("mixed", ["", "", ", scale: steps"], "mean")
    lines += mixed("tied", ["", ", scale: steps"], "median")
    lines += mixed("names", [", scale: colour"] * 3, "mode")
    lines += [
        "  - id: nested",
        "    title: Nested",
        "    aggregate: weighted-mean",
        "    criteria:",
    ]
    for name, rule in (
        ("m", "median"),
        ("d", "distribution"),
        ("o", "mode"),
        ("n", "none"),
        ("w", "weighted-mean"),
        ("p", "{aggregate: proportion, point: two}"),
    ):
        lines += [
            f"      - id: {name}",
            f"        title: Below {name}",
            "        weight: 1.5",
            f"        aggregate: {rule}",
            "        criteria:",
        ]
        lines += [
            f"          - {{id: q{place}, title: Point {place}, weight: {place}}}" for place in range(3)
        ]
    return "\n".join(lines) + "\n"


def weight(number: int, place: int) -> str:
    return f", weight: {2 * place + 1}" if RULES[number] == "weighted-mean" else ""


def mixed(name: str, scales: List[str], rule: str) -> List[str]:
    return [
        f"  - id: {name}",
        f"    title: {name.title()}",
        f"    aggregate: {rule}",
        "    criteria:",
        "      - id: g",
        "        title: Within",
        "        criteria:",
    ] + [f"          - {{id: q{place}, title: Point {place}{scale}}}" for place, scale in enumerate(scales)]
