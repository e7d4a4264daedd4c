"""What the tests share: where things are, the real frameworks, and recalculation by LibreOffice."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from functools import cache
from pathlib import Path
from typing import Any, Dict, List, Optional

HERE = Path(__file__).resolve().parent
PLUGIN = HERE.parent
TREE = PLUGIN.parent.parent
for folder in (str(HERE), str(PLUGIN), str(PLUGIN.parent / "sdk" / "python")):
    if folder not in sys.path:
        sys.path.insert(0, folder)

try:
    import yaml
except ImportError:
    yaml = None  # type: ignore[assignment]

from making.workbook import make_workbook  # noqa: E402
from reading.review import read_review  # noqa: E402


class InFolder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="waymark-xlsx-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def make(
        self,
        framework: Dict[str, Any],
        review: Optional[Dict[str, Any]] = None,
        kind: str = "self",
        name: str = "book.xlsx",
    ) -> Path:
        path = self.folder / name
        make_workbook(path, framework, review["kind"] if review else kind, review)
        return path

    def read(self, path: Path, framework: Optional[Dict[str, Any]] = None) -> Dict[str, Any]:
        """The review of a workbook without mistakes."""
        answer = read_review(path, framework)
        self.assertEqual(answer["mistakes"], [])
        return answer["reviews"][0]


def program() -> Optional[str]:
    """Waymark itself: named by WAYMARK, built here, or installed."""
    built = [str(TREE / ".build" / kind / "waymark") for kind in ("release", "debug")]
    candidates = [os.environ.get("WAYMARK"), *built, shutil.which("waymark")]
    found = [path for path in candidates if path and os.access(path, os.X_OK)]
    # The newest of those that were built here is the one that fits the tree.
    return (
        max(found, key=os.path.getmtime) if found and not os.environ.get("WAYMARK") else (found or [None])[0]
    )


def why_not_waymark() -> Optional[str]:
    if program() is None:
        return "Waymark is not built: swift build, or name it in WAYMARK"
    return "PyYAML is not installed: pip install -r tests/requirements.txt" if yaml is None else None


def why_not_office() -> Optional[str]:
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-calc-nogui"
    return None


def waymark(*words: str, check: bool = True) -> str:
    ended = subprocess.run([str(program()), *words], cwd=TREE, capture_output=True, text=True, check=False)
    if check and ended.returncode != 0:
        raise AssertionError(f"waymark {' '.join(words)}: {ended.stderr or ended.stdout}")
    return ended.stdout


def score(review: Path, *words: str) -> Optional[Dict[str, Any]]:
    """What the review adds up to; `None` where Waymark refuses it, as some cases are meant to be."""
    told = waymark("review", "score", str(review), "--format", "json", *words, check=False)
    return json.loads(told) if told.startswith("{") else None


def load_yaml(text: str) -> Any:
    """As Waymark's documents are read: a date stays the text that it is."""

    # libyaml takes all that Waymark takes; the loader in Python stumbles over question marks.
    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers = {
            first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)


@cache
def framework(reference: str, *words: str) -> Dict[str, Any]:
    """As the host hands it over."""
    outline = json.loads(waymark("framework", "show", reference, "--format", "json", *words))
    document = load_yaml(waymark("framework", "show", reference, "--format", "yaml", *words))
    return {
        "reference": f"{outline['id']}@{outline['version']}",
        "id": outline["id"],
        "version": outline["version"],
        "digest": outline["digest"],
        "title": outline["title"],
        "language": outline["language"],
        "document": document,
        "outline": outline,
    }


@cache
def references() -> List[str]:
    return [line.split()[0] for line in waymark("framework", "list").splitlines()]


@cache
def reviews() -> Dict[str, List[Path]]:
    """By framework: the reviews of its cases, and samples of one made-up partnership."""
    found: Dict[str, List[Path]] = {reference: [] for reference in references()}
    samples = Path(tempfile.mkdtemp(prefix="waymark-samples-"))
    waymark("sample", str(samples), "--partnerships", "1", "--schools", "4")
    files = sorted(TREE.glob("Frameworks/*/*/cases/*/review.yaml")) + sorted(
        samples.glob("*/reviews/**/*.yaml")
    )
    for path in files:
        pin = load_yaml(path.read_text(encoding="utf-8")).get("framework") or {}
        reference = f"{pin.get('id')}@{pin.get('version')}"
        if reference in found:
            found[reference].append(path)
    return found


def review_in(path: Path) -> Dict[str, Any]:
    return load_yaml(path.read_text(encoding="utf-8"))


def recalculated(paths: List[Path], folder: Path) -> Dict[str, Any]:
    """The workbooks as LibreOffice saves them, with the values of their formulas, by file name."""
    from openpyxl import load_workbook

    target = folder / "recalculated"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for start in range(0, len(paths), 40):
        subprocess.run(
            [
                "soffice",
                profile,
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                str(target),
                *map(str, paths[start : start + 40]),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return {path.name: load_workbook(target / path.name, data_only=True) for path in paths}
