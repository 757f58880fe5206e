from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from careerbot.facts.load import load
from careerbot.facts.requirement import Requirement
from careerbot.facts.schema import Route

SOURCED = {"source": "aama", "as_of": "2026"}
# Fields whose figure must stand in the words of its route; months may be told as years.
TOLD = (
    "finished_within_months",
    "finishes_within_days",
    "hours",
    "externship_hours",
    "work_within_years",
    "military_within_years",
)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({}, "must ask for training, work_months"),
        ({"diploma": True}, "must ask for training, work_months"),
        ({"hours": 720, "work_months": 6}, "hours needs training"),
        ({"accreditation": ["program"], "teaching": True}, "accreditation needs training"),
        ({"training": ["finished"], "finishes_within_days": 30}, "finishes_within_days is for those who are studying"),
        ({"training": ["studying"], "finished_within_months": 12}, "not for those who are studying"),
        ({"training": ["finished"], "work_within_years": 3}, "work_within_years needs work_months"),
        ({"work_months": 37, "work_within_years": 3}, "work_months is more than work_within_years holds"),
        ({"training": ["at home"]}, "training"),
        ({"training": ["finished"], "hours": 0}, "hours"),
        ({"training": ["finished"], "minimum_age": 18}, "extra fields"),
    ],
)
def test_a_requirement_that_cannot_be_meant_is_refused(cells, reason):
    with pytest.raises(ValidationError, match=reason):
        Requirement(**cells)


@pytest.mark.parametrize("cells", [{"work_months": 36, "work_within_years": 3}, {"teaching": True}])
def test_a_requirement_may_ask_for_one_thing_alone(cells):
    assert Requirement(**cells).dict(include=set(cells)) == cells


def test_a_weak_route_never_promises_anything():
    cells = {"basis": "work", "who": "worked", **SOURCED}
    sure = {"work_months": 12}
    assert Route(confidence="B", requires=[sure], **cells)
    assert Route(confidence="C", requires=[{**sure, "unsure": "one old page"}], **cells)
    with pytest.raises(ValidationError, match="with confidence C each must say why it is unsure"):
        Route(confidence="C", requires=[{**sure, "unsure": "one old page"}, sure], **cells)


def test_the_figures_that_are_weighed_are_those_that_people_are_told():
    """A figure that is changed for the machine and not in the words is found."""
    missing = []
    for key, credential in load().credentials.items():
        for place, route in enumerate(credential.routes, start=1):
            words = [route.who, *(f"{one.provided} {one.unsure}" for one in route.requires)]
            told = {int(figure.replace(",", "")) for figure in re.findall(r"\d+(?:,\d{3})?", " ".join(words))}
            for one in route.requires:
                wanted = {name: getattr(one, name) for name in TOLD if getattr(one, name)}
                if one.work_within_years:
                    wanted["work_months"] = one.work_months
                missing += [
                    f"{key}, route {place}: {name} {value}"
                    for name, value in wanted.items()
                    if not told & ({value, value / 12} if name.endswith("_months") else {value})
                ]
    assert missing == []
