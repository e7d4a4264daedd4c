#!/usr/bin/env python3
"""Checks HTML pages with axe-core in headless Chromium.

usage: axe.py PAGE.html...

Each page is opened as a wide light screen, a wide dark screen and a phone (360 px), with every <details> open.
Each violation is printed with its impact, rule and places. Exit status: 0 none, or only minor and moderate ones;
1 serious or critical ones; 64 usage; 66 no such page; 69 Chromium or the Python packages are missing
(pip install -r requirements.txt; apt-get install chromium). CHROMIUM names another browser.
"""

import json
import os
import shutil
import sys
from pathlib import Path

SCREENS = [
    ("wide", 1200, "light"),
    ("wide, dark", 1200, "dark"),
    ("phone", 360, "light"),
    ("phone, dark", 360, "dark"),
]
STOPPING = {"serious", "critical"}


def unavailable(message):
    print(f"axe.py: {message}", file=sys.stderr)
    sys.exit(69)


def find_chromium():
    """The browser's path: $CHROMIUM, or the first of the usual names on the PATH."""
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else ["chromium", "chromium-browser", "google-chrome"]:
        path = shutil.which(name)
        if path:
            return path
    unavailable("Chromium is missing. On Debian or Ubuntu: apt-get install chromium")


def load_packages():
    """Playwright and the text of axe-core, or exit status 69."""
    try:
        import axe_playwright_python
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        requirements = Path(__file__).with_name("requirements.txt")
        unavailable(f"a Python package is missing ({error.name}). Run: pip install -r {requirements}")
    script = Path(axe_playwright_python.__file__).with_name("axe.min.js")
    if not script.is_file():
        unavailable("axe-playwright-python holds no axe.min.js")
    return sync_playwright, script.read_text(encoding="utf-8")


def check(browser, axe, path, width, scheme):
    """The violations of one page on one screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    try:
        page = context.new_page()
        page.goto(path.resolve().as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        page.evaluate(axe)
        violations = page.evaluate("async () => (await axe.run(document)).violations")
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if overflow > 0:
            violations.append(
                {
                    "id": "page-overflow",
                    "impact": "serious",
                    "help": f"The page is {overflow} px wider than the screen (WCAG 1.4.10, Reflow)",
                    "nodes": [],
                }
            )
        return violations
    finally:
        context.close()


def report(path, screen, violation):
    print(f"{path} ({screen}): {violation['impact']}: {violation['id']}: {violation['help']}")
    for node in violation["nodes"][:5]:
        print(f"    at {json.dumps(node['target'])}")
        for check_result in node["any"] + node["all"] + node["none"]:
            print(f"       {check_result['message']}")
    if len(violation["nodes"]) > 5:
        print(f"    and {len(violation['nodes']) - 5} more places")


def main(arguments):
    if not arguments or any(argument in ("-h", "--help") for argument in arguments):
        print(__doc__, file=sys.stderr if not arguments else sys.stdout)
        return 64 if not arguments else 0
    paths = [Path(argument) for argument in arguments]
    for path in paths:
        if not path.is_file():
            print(f"axe.py: no such page: {path}", file=sys.stderr)
            return 66
    sync_playwright, axe = load_packages()
    chromium = find_chromium()
    # Chromium's own sandbox does not start as root, as in many containers.
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    found = 0
    stopping = 0
    from playwright.sync_api import Error

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium, args=options)
        except Error as error:
            unavailable(f"{chromium} does not start: {error.message.splitlines()[0]}")
        for path in paths:
            for screen, width, scheme in SCREENS:
                for violation in check(browser, axe, path, width, scheme):
                    report(path, screen, violation)
                    found += 1
                    stopping += violation["impact"] in STOPPING
        browser.close()
    print(f"axe: {len(paths)} pages on {len(SCREENS)} screens; {found} violations, {stopping} serious or critical")
    return 1 if stopping else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
