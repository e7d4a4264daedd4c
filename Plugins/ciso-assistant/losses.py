"""What does not carry over, counted by kind, with the first few places of each."""

from typing import Dict, List

SHOWN = 3


class Losses:
    def __init__(self) -> None:
        self._places: Dict[str, List[str]] = {}

    def add(self, what: str, where: str = "") -> None:
        """`what` is a sentence without its full stop, the same for every place."""
        places = self._places.setdefault(what, [])
        if where:
            places.append(where)

    def entries(self) -> List[Dict[str, str]]:
        found = []
        for what, places in self._places.items():
            entry = {"what": f"{what} ({len(places)} places)." if len(places) > 1 else f"{what}."}
            if places:
                entry["where"] = ", ".join(places[:SHOWN])
                if len(places) > SHOWN:
                    entry["where"] += f" and {len(places) - SHOWN} more"
            found.append(entry)
        return found
