"""Looks at a file before anything takes it apart: that it is a workbook, whole, and of a size that can be
read.

A workbook is a zip file of XML, and both can be made small to send and huge to open. So the sizes are counted
first, and parts with declarations of their own, which no spreadsheet program writes, are refused.
"""

import re
import zipfile
import zlib
from pathlib import Path
from typing import Dict, List, Optional

from waymark_plugin import Mistakes

MEBIBYTE = 1 << 20
LARGEST_FILE = 16 * MEBIBYTE
LARGEST_CONTENT = 64 * MEBIBYTE
LARGEST_XML = 24 * MEBIBYTE
MOST_PARTS = 2_000
MOST_TAGS = 1_000_000

_OTHERS: Dict[bytes, str] = {
    b"\xd0\xcf\x11\xe0": "This is an old Excel file (.xls), or a workbook with a password.",
    b"%PDF": "This is a PDF.",
    b"\x89PNG": "This is a picture.",
    b"\xff\xd8\xff": "This is a picture.",
}
_SAVE_AS = "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx) without a password."
_FETCH_AGAIN = "Ask for the file again, or save it anew from the spreadsheet program as .xlsx."
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def refuse(message: str, help: str) -> Mistakes:
    return Mistakes([{"message": message, "severity": "error", "help": help}])


def check_file(path: Path) -> None:
    """Raises Mistakes where the file should not be opened."""
    size = path.stat().st_size
    if size == 0:
        raise refuse("This file is empty.", _FETCH_AGAIN)
    if size > LARGEST_FILE:
        raise refuse(
            f"This workbook is {size // MEBIBYTE} MiB; at most {LARGEST_FILE // MEBIBYTE} MiB are read.",
            "Take pictures and sheets of your own out of it.",
        )
    with path.open("rb") as file:
        start = file.read(8)
    for magic, what in _OTHERS.items():
        if start.startswith(magic):
            raise refuse(what, _SAVE_AS)
    if not start.startswith(b"PK"):
        raise refuse("This is no Excel workbook (.xlsx).", _SAVE_AS)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        KeyError,
        UnicodeError,
        OverflowError,
    ) as problem:
        # The library has as many kinds of errors as there are ways to damage a file.
        raise refuse(
            f"This workbook is damaged, or was only partly received ({problem}).", _FETCH_AGAIN
        ) from problem


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "mimetype" in names and "content.xml" in names:
        raise refuse("This is an OpenDocument file (.ods).", _SAVE_AS)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise refuse("This is a zip file, but no Excel workbook.", _SAVE_AS)
    if len(parts) > MOST_PARTS or len(parts) != len(names):
        raise refuse("This workbook has too many parts, or some twice.", _FETCH_AGAIN)
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("This workbook is encrypted.", _SAVE_AS)
    # The library gives no more bytes of a part than its entry announces, so these sums hold.
    if sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise refuse(
            f"Unpacked, this workbook has more than {LARGEST_CONTENT // MEBIBYTE} MiB; it is not opened.",
            "Take pictures and sheets of your own out of it.",
        )
    written = [part for part in parts if part.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if sum(part.file_size for part in written) > LARGEST_XML:
        raise _too_much()
    _check_xml(archive, written)


def _check_xml(archive: zipfile.ZipFile, parts: List[zipfile.ZipInfo]) -> None:
    tags = 0
    for part in parts:
        content = archive.read(part)
        tags += content.count(b"<")
        if tags > MOST_TAGS:
            raise _too_much()
        problem = _suspicious(content)
        if problem:
            raise refuse(
                f"The part {part.filename[:60]} of this workbook {problem}, as no spreadsheet program writes "
                "it; the workbook is not opened.",
                _FETCH_AGAIN,
            )


def _suspicious(content: bytes) -> Optional[str]:
    """Declarations can make a few bytes stand for a great many. Other encodings could hide them."""
    declared = _ENCODING.match(content[:200].removeprefix(b"\xef\xbb\xbf"))
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:4]:
        return "is not in UTF-8"
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        return "is not in UTF-8"
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return "declares entities"
    return None


def _too_much() -> Mistakes:
    return refuse(
        "This workbook has far more cells than one that was made for a review; it is not opened.",
        "Take sheets of your own out of it, and try again.",
    )
