#!/usr/bin/env python3
"""Fills in a page of Waymark's in headless Chromium, as a person would, and saves it with the page's own button.

usage: fill.py PAGE STEPS OUTPUT

STEPS is a JSON list; each step is one of
    {"type": SELECTOR, "text": ...}   types into a box        {"choose": SELECTOR}     clicks a button, box or ring
    {"pick": SELECTOR, "value": ...}  picks from a list       {"press": KEYS}          presses keys, such as Control+s
    {"see": SELECTOR, "text": ...}    must read so            {"value": SELECTOR, "text": ...}  must hold so
    {"checked": SELECTOR}             must be chosen
The first step that saves (the button, or Control+s) gives the file that is written to OUTPUT. Nothing may be asked of
a network, no script may fail, and nothing may be wider than a telephone's screen. Exit status: 0 done, 1 something
was otherwise, 64 usage, 69 Chromium or Playwright is missing. CHROMIUM names another browser.
"""

import json
import sys
from pathlib import Path
from typing import Any, Dict, List

from axe import find_chromium, load_packages


def step(page: Any, what: Dict[str, str]) -> List[str]:
    """Does one step; what was otherwise than it should be."""
    if "type" in what:
        page.locator(what["type"]).first.fill(what["text"])
    elif "choose" in what:
        page.locator(what["choose"]).first.click()
    elif "pick" in what:
        page.locator(what["pick"]).first.select_option(what["value"])
    elif "press" in what:
        page.keyboard.press(what["press"])
    elif "see" in what:
        said = " ".join(page.locator(what["see"]).first.inner_text().split())
        return [] if said == what["text"] else [f"{what['see']} says: {said}"]
    elif "value" in what:
        held = page.locator(what["value"]).first.input_value()
        return [] if held == what["text"] else [f"{what['value']} holds: {held}"]
    elif "checked" in what:
        return [] if page.locator(what["checked"]).first.is_checked() else [f"{what['checked']} is not chosen"]
    return []


def saves(what: Dict[str, str]) -> bool:
    return what.get("press") == "Control+s" or "data-action=save" in what.get("choose", "") \
        or "data-action=answers" in what.get("choose", "")


def main(arguments: List[str]) -> int:
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 64
    page_path, steps_path, output = (Path(argument) for argument in arguments)
    steps = json.loads(steps_path.read_text(encoding="utf-8"))
    sync_playwright, _ = load_packages()
    wrong: List[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 400, "height": 900}, accept_downloads=True)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"a script failed: {error}"))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on(
            "request",
            lambda request: None
            if request.url.startswith(("file:", "blob:"))
            else wrong.append(f"it asks for {request.url}"),
        )
        page.goto(page_path.resolve().as_uri())
        for what in steps:
            if saves(what):
                with page.expect_download() as download:
                    step(page, what)
                download.value.save_as(output)
                print(download.value.suggested_filename)
            else:
                wrong += step(page, what)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            wrong.append(f"the page is {wide} px wider than the screen")
        browser.close()
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
