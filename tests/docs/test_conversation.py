"""docs/conversation.md names the limits that are in force, and README.md every setting there is."""

import re
from dataclasses import asdict

from actions.guesses import LIMITS
from tests.data.files import ROOT, report

PAGE = (ROOT / "docs" / "conversation.md").read_text()
README = (ROOT / "README.md").read_text()


def test_the_limits_of_did_you_mean_are_the_ones_in_force():
    section = PAGE.partition("\n## Not understood\n")[2].partition("\n## ")[0]
    told = {name: float(value) for name, value in re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", section, re.MULTILINE)}
    limits = asdict(LIMITS)
    numbers = ("nothing", "least", "near", "most", "surer", "least_safety")
    assert told == {name: limits[name] for name in numbers} | dict(LIMITS.safety)


def test_every_setting_has_its_row_and_none_is_told_that_is_gone():
    section = README.partition("\n## Settings\n")[2].partition("\n## ")[0]
    told = set(re.findall(r"^\| `(CAREERBOT_\w+)` \|", section, re.MULTILINE))
    code = "\n".join(path.read_text() for path in (ROOT / "careerbot").rglob("*.py"))
    read = set(re.findall(r'"(CAREERBOT_\w+)"', code))
    report(
        [
            *(f"README.md: {name} is missing under Settings" for name in sorted(read - told)),
            *(f"README.md: nothing reads {name}" for name in sorted(told - read)),
        ]
    )
