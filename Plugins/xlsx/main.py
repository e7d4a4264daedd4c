"""Any framework as an Excel workbook, and filled workbooks back as reviews."""

import re
from typing import Any, Dict, List, Optional

from waymark_plugin import Call, Mistakes, Plugin

plugin = Plugin.from_manifest()

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@plugin.hook("framework.export")
def export_framework(params: Dict[str, Any], call: Call) -> Dict[str, Any]:
    """One workbook for each review that is handed over, or a blank one."""
    return make(params, params.get("reviews") or [None], call)


@plugin.hook("review.export")
def export_review(params: Dict[str, Any], call: Call) -> Dict[str, Any]:
    reviews = params.get("reviews") or []
    if not reviews:
        raise Mistakes("There is no review to make a workbook of.")
    return make(params, reviews, call)


@plugin.hook("review.import")
def import_review(params: Dict[str, Any], call: Call) -> Dict[str, Any]:
    from reading.review import read_review

    return read_review(call.path(params["file"]), params.get("framework"))


def make(params: Dict[str, Any], reviews: List[Optional[Dict[str, Any]]], call: Call) -> Dict[str, Any]:
    # openpyxl takes a moment to load, which a process that is never asked for a workbook need not spend.
    from making.workbook import make_workbook

    framework = params["framework"]
    files: List[Dict[str, str]] = []
    lost: List[Dict[str, str]] = []
    for place, review in enumerate(reviews):
        call.progress(place, len(reviews), "Making workbooks")
        kind = review["kind"] if review else params.get("kind") or "self"
        check_pin(framework, review)
        name = file_name(framework, kind, review, [file["name"] for file in files])
        for loss in make_workbook(call.out(name), framework, kind, review):
            if loss not in lost:
                lost.append(loss)
        files.append(call.file(name, media_type=MEDIA_TYPE))
    return {"files": files, "lost": lost}


def check_pin(framework: Dict[str, Any], review: Optional[Dict[str, Any]]) -> None:
    """A review of another framework would lose its answers without a word."""
    pin = (review or {}).get("framework") or {}
    known = f"{framework['id']}@{framework['version']}"
    if review and f"{pin.get('id')}@{pin.get('version')}" != known:
        raise Mistakes(
            [
                {
                    "message": f"This review is of {pin.get('id')}@{pin.get('version')}, "
                    f"the workbook would be of {known}.",
                    "help": "Name the framework that the review was made against, or take the review over to "
                    "this one first.",
                }
            ]
        )


def file_name(
    framework: Dict[str, Any], kind: str, review: Optional[Dict[str, Any]], taken: List[str]
) -> str:
    """Framework, version, kind and subject; numbered where two reviews share them."""
    subject = str((review or {}).get("subject", {}).get("id") or "")
    stem = "-".join(part for part in (framework["id"], framework["version"], kind, subject) if part)
    stem = re.sub(r"[^A-Za-z0-9_.-]", "-", stem)[:80]
    number, name = 1, f"{stem}.xlsx"
    while name in taken:
        number += 1
        name = f"{stem}-{number}.xlsx"
    return name


if __name__ == "__main__":
    plugin.run()
