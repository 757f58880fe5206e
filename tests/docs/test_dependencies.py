"""docs/dependencies.md has a row for each dependency of Python and of the widget, and none for one that is gone."""

import json
import re

import tomli

from tests.data.files import ROOT, report

PAGE = "docs/dependencies.md"


def _name(requirement):
    return re.match(r"[\w.-]+", requirement).group().lower()


def _project():
    return tomli.loads((ROOT / "pyproject.toml").read_text())


def _sections():
    """The names in the first column of each table, by the section's heading."""
    return {
        section.partition("\n")[0]: {_name(cell) for cell in re.findall(r"^\| `([^`]+)`", section, re.MULTILINE)}
        for section in (ROOT / PAGE).read_text().split("\n## ")
    }


def test_every_dependency_has_its_reason_and_none_is_explained_that_is_gone():
    project, sections = _project()["project"], _sections()
    wanted = {
        "What the assistant runs on": project["dependencies"],
        "What developers need besides": project["optional-dependencies"]["dev"],
    }
    web = json.loads((ROOT / "web" / "package.json").read_text())
    wanted["The widget, and what builds it"] = [*web["dependencies"], *web["devDependencies"]]
    problems = []
    for heading, requirements in wanted.items():
        names = {_name(requirement) for requirement in requirements}
        problems += [f"{PAGE}: {name} is missing under '{heading}'" for name in sorted(names - sections[heading])]
        problems += [f"{PAGE}: {name} is no dependency" for name in sorted(sections[heading] - names)]
    report(problems)


def test_every_pin_of_rasa_that_is_overridden_is_explained():
    uv, page = _project()["tool"]["uv"], (ROOT / PAGE).read_text()
    changed = [_name(requirement) for requirement in uv["override-dependencies"]]
    changed += [entry["name"] for entry in uv["dependency-metadata"]]
    explained = page.partition("\n## Pins of Rasa that are raised")[2].partition("\n## ")[0]
    report(f"{PAGE}: {name} is overridden without a reason" for name in changed if f"`{name}`" not in explained)
