"""Makes the README's pictures of the explorer from the demo store; ``make screenshots`` runs it.

Needs Chromium and its driver. The pictures are as a reader would see them: light, dark, and on a phone.
"""

import sys
import time
from pathlib import Path

from tests.serve.browser import Browser, browsing
from tests.serve.running import serving

HERE = Path(__file__).parent / "screenshots"
FORUM = "/entity?name=Pakistan-China+Software+and+IT+Forum"
PICTURES = [
    ("answer", "/search?q=who+attended+the+Shenzhen+forum", 1100, 760, "light"),
    ("neighbourhood", f"{FORUM}&tab=graph", 1100, 980, "light"),
    ("article", "/article?name=000-pak-china-it-forum.md&start=1417&end=1473", 1100, 540, "dark"),
    ("paths", "/path?start=PSEB&end=Huawei&through_places=true", 1100, 700, "dark"),
    ("phone", FORUM, 360, 760, "light"),
]
"""A name, an address, a width, a height and a theme."""
SETTLED = 0.7


def main(store: str) -> None:
    """Show each address, and keep what is seen."""
    HERE.mkdir(exist_ok=True)
    with serving(Path(store)) as address, browsing() as driver:
        browser = Browser(driver, address)
        for name, place, width, height, theme in PICTURES:
            browser.resize(width, height)
            browser.tell("Emulation.setScrollbarsHidden", hidden=True)
            scheme = {"name": "prefers-color-scheme", "value": theme}
            browser.tell("Emulation.setEmulatedMedia", features=[scheme])
            browser.go(place)
            time.sleep(SETTLED)
            if name == "neighbourhood":
                browser.click(".node", "Babar Amin")
                time.sleep(SETTLED)
                browser.run("document.activeElement.blur(); window.scrollTo(0, 150)")
            driver.save_screenshot(str(HERE / f"{name}.png"))
            print(name, (HERE / f"{name}.png").stat().st_size // 1024, "kB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "demo/kg.store")
