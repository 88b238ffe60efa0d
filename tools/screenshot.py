"""Takes the picture of the report that the README shows.

Run `make demo`, then `python tools/screenshot.py`; needs Chromium and what `make test` installs. The picture
stays under 300 kB, so that a clone stays small.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "reports" / "ukraine-offensive.en.html"
PICTURE = ROOT / "docs" / "images" / "report.png"
SIZE = {"width": 1280, "height": 1100}
MOST = 300_000


def main() -> None:
    """Open the report in Chromium and keep its first screen."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or not REPORT.exists():
        sys.exit("needs Chromium, and the report: run `make demo` first")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce", locale="en")
        page.goto(REPORT.as_uri())
        picture = page.screenshot()
        browser.close()
    if len(picture) > MOST:
        sys.exit(f"the picture has {len(picture):,} bytes, more than {MOST:,}; nothing was written")
    PICTURE.write_bytes(picture)
    print(f"{PICTURE.relative_to(ROOT)}: {len(picture):,} bytes")


if __name__ == "__main__":
    main()
