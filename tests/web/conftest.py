"""The widget in a real browser: Debian's Chromium if it is there, else Playwright's own. Without one the tests fail."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator, List, Tuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from careerbot.model import ROOT
from tests.live.conftest import Assistant, running, settings  # noqa: F401 - a fixture
from tests.web.site import Site
from tests.web.stub import Stub
from tests.web.widget import Widget

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium's sandbox does not start for root.
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]


# A machine that does something else beside is slow; a test that passes does not wait for it.
expect.set_options(timeout=20_000)

SIZES = {"desktop": {"width": 1100, "height": 800}, "phone": {"width": 390, "height": 780}}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Seen:
    """What no page with the widget may do, as far as it happened."""

    homes: Tuple[str, ...]
    dialogs: List[str] = field(default_factory=list)
    elsewhere: List[str] = field(default_factory=list)
    errors: List[str] = field(default_factory=list)
    console: List[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note what a page does."""
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("request", lambda request: self._request(request.url))

    def _request(self, url: str) -> None:
        if not url.startswith((*self.homes, "data:", "blob:")):
            self.elsewhere.append(url)

    def _console(self, kind: str, text: str) -> None:
        self.console.append(f"{kind}: {text}")
        # A request that fails is reported by the browser itself; the tests make some fail.
        if kind == "error" and "Failed to load resource" not in text:
            self.errors.append(text)


class Visitor:
    """A person at one browser: ``visit`` opens a tab. Tabs share what the browser keeps.

    Args:
        context: the browser, with nothing kept yet.
        address: where the pages are.
        server: where the assistant is, if that is another address.
    """

    def __init__(self, context: BrowserContext, address: str, server: str) -> None:
        self.context = context
        self.address = address
        self.seen = Seen((address, server))

    def visit(self, path: str = "/") -> Widget:
        """A new tab with a page of the server."""
        page = self.context.new_page()
        page.set_default_timeout(20_000)
        self.seen.watch(page)
        page.goto(self.address + path)
        return Widget(page)


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A server that answers as the test says."""
    with Stub() as server:
        yield server


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Any]:
    """Makes visitors of an address; at the end, none may have seen a dialog, an error or a request to elsewhere."""
    made: List[Visitor] = []

    def visitor(address: str, server: str = "", **options: Any) -> Visitor:
        options = {"viewport": {"width": 1100, "height": 800}, "locale": "en-US", **options}
        made.append(Visitor(browser.new_context(**options), address, server or address))
        return made[-1]

    yield visitor
    for one in made:
        one.context.close()
        assert (one.seen.dialogs, one.seen.elsewhere, one.seen.errors) == ([], [], [])


@pytest.fixture
def widget(visitors: Any, stub: Stub) -> Widget:
    """The widget on the page of the stub, closed."""
    tab: Widget = visitors(stub.address).visit()
    return tab


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """A site of somebody else that the real assistant's operator has listed."""
    with Site() as listed:
        yield listed


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: Any, site: Site) -> Iterator[Assistant]:
    """The real assistant, which ``site`` may embed."""
    folder: Path = tmp_path_factory.mktemp("assistant")
    lines = (ROOT / "credentials.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    place = lines.index("careerbot.channels.website.WebsiteChannel:\n") + 1
    lines.insert(place, f"  origins:\n    - {site.address}\n")
    (folder / "credentials.yml").write_text("".join(lines), encoding="utf-8")
    with running(folder, "--credentials", str(folder / "credentials.yml")) as started:
        yield started


@pytest.fixture(scope="session")
def real_address(assistant: Assistant) -> str:
    """Where the real assistant is."""
    return f"http://127.0.0.1:{assistant.port}"


@pytest.fixture
def real(visitors: Any, real_address: str) -> Visitor:
    """Somebody new at the real assistant's page."""
    visitor: Visitor = visitors(real_address)
    return visitor
