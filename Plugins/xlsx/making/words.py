"""Words and numbers inside formulas."""

from typing import List


def quoted(text: str) -> str:
    """A text in a formula. Longer ones than 255 characters are refused there, so they are put together."""
    parts = [text[start : start + 250] for start in range(0, len(text), 250)] or [""]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts)


def number(value: float) -> str:
    """Always with a full stop, whatever the language: the file wants it so."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def chosen(condition: str, yes: str, no: str) -> str:
    return f"IF({condition},{yes},{no})"


def rounded(cell: str) -> str:
    """At most two decimals, none that say nothing."""
    return f"ROUND({cell},2)"


def share_needed(share: float) -> str:
    """As Waymark says it."""
    named = {0.5: "at least half is", 0.75: "at least three quarters is"}
    if share >= 1:
        return "all of it is"
    percent = round(share * 100, 2)
    return named.get(share, f"at least {number(percent)} % is")


def either(pairs: List[str], default: str) -> str:
    """Nested conditions from `condition,value` pairs: the first that holds."""
    formula = default
    for pair in reversed(pairs):
        formula = f"IF({pair},{formula})"
    return formula
