from __future__ import annotations

from typing import Dict

import pytest

from careerbot.nlu.several import SEVERAL
from tests.live.conversations import FALLBACK
from tests.tools.margins import Margin, Message, close, margin, messages, threshold

ASKED = Message("how much", "salary_median", "file.yml")


def _parsed(scores: Dict[str, float], intent: str = "salary_median") -> Dict[str, object]:
    ranking = [{"name": name, "confidence": score} for name, score in scores.items()]
    return {"intent": {"name": intent}, "intent_ranking": ranking}


@pytest.mark.parametrize(
    ("scores", "width", "rival"),
    [
        ({"salary_median": 0.5, "programs_cost": 0.4}, 0.1, "programs_cost"),
        ({"programs_cost": 0.4, "salary_median": 0.3}, -0.1, "programs_cost"),
        ({"salary_median": 0.2, "programs_cost": 0.1}, 0.06, FALLBACK),
        # Rasa puts the fallback first when it takes it; its place in the ranking is not a score.
        ({FALLBACK: 0.9, "salary_median": 0.1}, -0.04, FALLBACK),
        ({"programs_cost": 0.4}, -0.4, "programs_cost"),
    ],
)
def test_the_margin_is_to_the_next_best_or_to_not_being_understood(
    scores: Dict[str, float], width: float, rival: str
) -> None:
    found = margin(ASKED, _parsed(scores), 0.14)
    assert found == Margin(ASKED, pytest.approx(width), rival)


def test_what_must_not_be_understood_is_close_when_something_nearly_is() -> None:
    asked = Message("sideways", FALLBACK, "file.yml")
    found = margin(asked, _parsed({FALLBACK: 0.88, "salary_median": 0.12}, FALLBACK), 0.14)
    assert found == Margin(asked, pytest.approx(0.02), "salary_median")


def test_several_questions_have_no_margin() -> None:
    assert margin(ASKED, _parsed({}, SEVERAL), 0.14) is None
    assert margin(Message("pay and hours", SEVERAL, "f"), _parsed({"salary_median": 0.5}), 0.14) is None


def test_the_close_ones_come_closest_first() -> None:
    wide, near, nearer = (Margin(ASKED, width, "programs_cost") for width in (0.05, 0.04, -0.2))
    assert close([wide, near, None, nearer], 0.05) == [nearer, near]
    assert nearer.line() == "-0.200  salary_median or programs_cost: 'how much' (file.yml)"


def test_the_messages_are_those_of_stories_and_conversations_each_once() -> None:
    found = messages()
    assert len({each.text for each in found}) == len(found)
    files = {each.file.split("/")[1] for each in found}
    assert files == {"live", "test_stories.yml"}
    assert not any("](" in each.text for each in found), "names are marked up in stories, not in what people type"
    assert not any(each.text.startswith("/") for each in found), "the guard answers these"


def test_the_threshold_is_the_one_of_config_yml() -> None:
    assert 0 < threshold() < 1
