"""The README says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from tests.fake_slack import FakeSlack

README = Path(__file__).with_name("README.md").read_text(encoding="utf-8")


def test_the_methods_in_the_readme_are_those_that_are_answered():
    listed = re.findall(r"^- `([a-zA-Z]+\.[a-zA-Z.]+)`$", README, re.MULTILINE)
    assert listed == sorted(FakeSlack()._methods.table)


def test_what_the_readme_names_is_there():
    table = README.split("## What a test does")[1].split("##")[0]
    names = re.findall(r"`([a-z_]+)`", table)
    helpers = {name for name in names if not name.startswith(("rate", "server", "refused", "hang", "reset"))}
    assert {"say", "click", "calls_to"} <= helpers
    assert [name for name in sorted(helpers) if not hasattr(FakeSlack, name)] == []
