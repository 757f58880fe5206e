"""docs/website.md names the errors, settings, limits and reasons that are in force."""

import re
from dataclasses import fields

from careerbot.channels.guard import MAX_CHARACTERS
from careerbot.channels.website import channel
from careerbot.channels.website.bodies import MAX_BYTES, MAX_TITLE
from careerbot.channels.website.conversations import MOST_SHOWN
from careerbot.channels.website.options import Options
from careerbot.feedback import LONGEST, REASONS
from tests.data.files import ROOT

PAGE = (ROOT / "docs" / "website.md").read_text(encoding="utf-8")
REFUSED = (ROOT / "careerbot" / "channels" / "website" / "refused.py").read_text(encoding="utf-8")


def test_every_error_is_told_with_its_status():
    [line] = [line for line in PAGE.splitlines() if line.startswith("- Status: ")]
    by_status = re.findall(r"(\d{3}) ([^,.]+)", line)
    told = [(status, code) for status, codes in by_status for code in re.findall(r"`(\w+)`", codes)]
    there_are = re.findall(r'(?:Refused|_later)\((\d{3}), "(\w+)"', REFUSED)
    assert sorted(told) == sorted(there_are)
    assert len(told) == 12


def test_every_setting_is_told_with_its_default():
    told = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (\w+)[^|]* \|$", PAGE, re.MULTILINE))
    assert told == {field.name: "none" if field.default == () else str(field.default) for field in fields(Options)}


def test_every_limit_is_the_one_in_force():
    assert f"{channel.MESSAGES} messages in any {channel.MESSAGES_SECONDS} seconds" in PAGE
    assert f"{channel.SESSIONS} new conversations in any {channel.SESSIONS_SECONDS // 60} minutes" in PAGE
    assert f"1 to {MAX_CHARACTERS:,} characters" in PAGE
    assert f"a title of more than {MAX_TITLE} characters".replace("title", "`title`") in PAGE
    assert f"a `comment` of more than {LONGEST} and a body of more than {MAX_BYTES // 1024} KiB" in PAGE
    assert f"the newest {MOST_SHOWN} messages" in PAGE


def test_every_reason_is_told():
    assert "The reasons of feedback are " + ", ".join(f"`{reason}`" for reason in REASONS) in PAGE


def test_every_module_is_told():
    modules = {path.name for path in (ROOT / "careerbot" / "channels" / "website").glob("*.py")} - {"__init__.py"}
    assert [name for name in sorted(modules) if f"`{name}`" not in PAGE] == []
