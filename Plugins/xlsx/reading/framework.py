"""Holds a workbook against the framework at hand: that it is of this one, and of this text of it."""

from typing import Any, Mapping, Optional

from layout.fields import scale_list
from layout.identity import Identity
from layout.sheets import WITHOUT_POINT
from outline.outline import read_outline

from .values import Values


def check_framework(identity: Identity, framework: Optional[Mapping[str, Any]], values: Values) -> None:
    if framework is None:
        return
    facts = identity.facts
    where = "the hidden sheet “Waymark”"
    of, held = f"{facts['framework']}@{facts['version']}", f"{framework['id']}@{framework['version']}"
    if of != held:
        values.tell(
            where,
            f"This workbook is of {of}, but it is read against {held}.",
            f"Read it against {of}; the review can be taken over to another version afterwards.",
        )
    elif facts["digest"] != framework.get("digest"):
        # The review keeps the digest that its reviewers had before them. Where answers do not fit, that is a mistake.
        values.tell(
            where,
            f"This workbook was made of another text of {held} than the one here.",
            f"The workbook names {facts['digest'][:19]}…, the framework here is "
            f"{str(framework.get('digest'))[:19]}…. Find the copy that it was made of, or make a fresh workbook "
            "and copy the answers into it.",
            "warning",
        )
        _check_points(identity, framework, values, where)


def _check_points(identity: Identity, framework: Mapping[str, Any], values: Values, where: str) -> None:
    outline = read_outline(framework, identity.facts["kind"])
    known = {criterion.path: criterion for criterion in outline.criteria}
    for path, (title, options) in identity.criteria.items():
        scale = known[path].scale if path in known else None
        if path not in known:
            values.tell(
                where,
                f"The criterion “{title}” ({path}) is not in the framework here.",
                "Make a fresh workbook and copy the answers into it.",
            )
        elif scale and options:
            here = {point.id for point in scale.points} | set(WITHOUT_POINT)
            gone = [option.shown for option in identity.points(path) if option.id not in here]
            if gone or options != scale_list(scale.id):
                values.tell(
                    where,
                    f"The points of “{title}” are others in the framework here.",
                    "Make a fresh workbook and copy the answers into it.",
                )
