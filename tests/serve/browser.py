"""A real browser for the tests of the explorer."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

PATIENCE = 20.0
ARGUMENTS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --force-prefers-reduced-motion""".split()
Found = TypeVar("Found")


def is_there() -> bool:
    """Whether Chromium and its driver are installed."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class Browser:
    """What the tests do in the browser, at one server."""

    def __init__(self, driver: webdriver.Chrome, server: str) -> None:
        self.driver = driver
        self.server = server

    def go(self, address: str) -> None:
        """Load an address, and wait until its view is there."""
        self.driver.get(self.server + address)
        self.settle()

    def settle(self) -> None:
        """Wait until a view is shown."""
        ready = "return !!document.querySelector('main > :not(.loading)') && !document.querySelector('.loading')"
        self.until(lambda: self.run(ready))

    def until(self, find: Callable[[], Found]) -> Found:
        """What ``find`` gives as soon as it is true; elements may vanish meanwhile."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if found := find():
                    return found
            except WebDriverException:
                if time.monotonic() > end:
                    raise
            assert time.monotonic() < end, f"not within {PATIENCE:g} s; the page says: {self.text()[:600]}"
            time.sleep(0.03)

    def all(self, selector: str) -> list[WebElement]:
        """The elements that a CSS selector means, now."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str, text: str = "") -> WebElement:
        """The first element that a selector means and that holds a text, once it is there."""
        return self.until(lambda: next((e for e in self.all(selector) if text in e.text), None))  # type: ignore[return-value]

    def click(self, selector: str, text: str = "") -> None:
        """Click it, wherever on the page it is."""
        self.run("arguments[0].scrollIntoView({block: 'center'})", self.one(selector, text))
        self.one(selector, text).click()

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def tab_to(self, selector: str, most: int = 80) -> None:
        """Press Tab until the focus is on what a selector means."""
        for _ in range(most + 1):
            if self.run("return document.activeElement.matches(arguments[0])", selector):
                return
            webdriver.ActionChains(self.driver).send_keys(Keys.TAB).perform()
        raise AssertionError(f"Tab does not lead to {selector}")

    def run(self, script: str, *values: Any) -> Any:
        """What a script gives."""
        return self.driver.execute_script(script, *values)

    def text(self) -> str:
        """What the page says, as it is read."""
        return str(self.run("return document.querySelector('main').innerText"))

    def heading(self, text: str) -> None:
        """Wait for a heading."""
        self.one("h1", text)

    def errors(self) -> list[str]:
        """What the browser complained of since last asked, but for what the server refused with reason."""
        log = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log if "status of 4" not in entry["message"]]

    def tell(self, command: str, **values: Any) -> Any:
        """A command of Chromium's own protocol."""
        return self.driver.execute_cdp_cmd(command, values)

    def resize(self, width: int, height: int = 900) -> None:
        """Show the page as on a screen of this size."""
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)


@contextmanager
def browsing() -> Iterator[webdriver.Chrome]:
    """A browser with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for argument in (*ARGUMENTS, f"--user-data-dir={profile}", "--window-size=1280,900"):
            options.add_argument(argument)
        service = webdriver.ChromeService(shutil.which("chromedriver"), log_output=os.devnull)
        driver = webdriver.Chrome(options=options, service=service)
        try:
            yield driver
        finally:
            driver.quit()
