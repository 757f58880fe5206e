import re

import pytest


def ask(conversation, text, **names):
    return conversation.ask("compare_rank_credentials", text, **names)


def rows(answer):
    return [row[0].split(" ")[0] for row in answer.table["rows"]]


@pytest.mark.parametrize(
    ("text", "response", "said", "order"),
    [
        (
            "which cert is cheapest",
            "fee",
            "the CMA (AAMA) has the lowest exam fee: **$125 for students, recent graduates and AAMA members**.",
            ["CMA", "CMAC", "RMA", "CCMA"],
        ),
        (
            "most expensive one",
            "fee",
            "the CMA (AAMA) has the highest exam fee: **$250 at the full price**.",
            ["CMA", "CCMA", "RMA", "CMAC"],
        ),
        (
            "easiest exam to pass",
            "pass_rate",
            "the CCMA (NHA) has the highest pass rate: **81.38% in 2024**.",
            ["CCMA", "CMA", "NCMA"],
        ),
        (
            "hardest exam",
            "pass_rate",
            "the NCMA (NCCT) has the lowest pass rate: **60% in 2020**.",
            ["NCMA", "CMA", "CCMA"],
        ),
        (
            "easiest to get into without school",
            "entry",
            "the NCMA (NCCT) and the CCMA (NHA) are the easiest to get into without a program: 1 year of work can be "
            "enough.",
            ["NCMA", "CCMA", "RMA", "CMAC", "NRCMA", "CMA"],
        ),
        (
            "hardest to get into",
            "entry",
            "the CMA (AAMA) is the hardest to get into without a program: work experience alone is not enough.",
            ["CMA", "CMAC", "NRCMA", "RMA", "NCMA", "CCMA"],
        ),
        (
            "shortest exam",
            "minutes",
            "the RMA (AMT) has the shortest exam: **2 hours**.",
            ["RMA", "CMAC", "CMA", "NCMA", "CCMA"],
        ),
        (
            "longest exam",
            "minutes",
            "the NCMA (NCCT) and the CCMA (NHA) have the longest exam: **3 hours**.",
            ["NCMA", "CCMA", "CMA", "CMAC", "RMA"],
        ),
        (
            "fewest questions",
            "questions",
            "the NCMA (NCCT) has the fewest questions: **150**.",
            ["NCMA", "CMAC", "CCMA", "CMA", "RMA"],
        ),
        (
            "which lasts longest",
            "validity",
            "the CMA (AAMA) lasts longest: **5 years** until it must be renewed.",
            ["CMA", "RMA", "CCMA", "CMAC", "NCMA"],
        ),
        (
            "least continuing education",
            "upkeep",
            "the CCMA (NHA) asks for the least continuing education, counted by the year: 10 continuing education "
            "credits every 2 years.",
            ["CCMA", "RMA", "CMA", "NCMA"],
        ),
    ],
)
def test_the_first_by_each_criterion_is_named_and_all_are_listed_in_order(conversation, text, response, said, order):
    answer = ask(conversation, text)
    assert answer.response == f"utter_compare_rank_credentials_{response}"
    assert said in answer.text.split("\n")[0]
    assert rows(answer) == order
    assert answer.source


def test_the_scope_says_of_how_many_a_figure_is_known(conversation):
    assert ask(conversation, "cheapest").text.startswith(
        "Of the four certifications for medical assistants whose exam fee I know, "
    )


def test_a_lower_price_for_some_is_said_and_who_is_cheapest_for_the_others(conversation):
    text = ask(conversation, "which is cheapest").text
    assert "At the full price the CMAC (AMCA) costs least ($139)." in text
    assert "- **CMA (AAMA):** $125 for students, recent graduates and AAMA members and $250 for everyone else" in text


def test_those_without_a_figure_are_named(conversation):
    assert (
        "I have no exam fee that I trust for the NCMA (NCCT) and the NRCMA (NAHP)."
        in ask(conversation, "cheapest").text
    )


def test_without_a_criterion_the_fee_is_taken_and_that_is_said(conversation):
    answer = ask(conversation, "which one")
    assert answer.response == "utter_compare_rank_credentials_fee"
    assert "You did not say by what, so I went by the exam fee." in answer.text


def test_doubtful_figures_are_marked(conversation):
    assert "This is not certain: sources are old or disagree, so check" in ask(conversation, "easiest to pass").text
    assert "Rules change: check" in ask(conversation, "shortest exam").text


def test_the_number_asked_for_is_shown(conversation):
    assert rows(ask(conversation, "the two cheapest certifications")) == ["CMA", "CMAC"]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("cheapest phlebotomy certification", "Of the two certifications in phlebotomy whose exam fee I know, the CPT"),
        ("shortest billing exam", "Of the two certifications in billing and coding whose exam time I know, the CBCS"),
    ],
)
def test_another_field_of_work_has_its_own_ranking(conversation, text, begins):
    assert ask(conversation, text).text.startswith(begins)


def test_a_field_without_figures_is_said(conversation):
    answer = ask(conversation, "easiest billing certification exam")
    assert answer.response == "utter_compare_rank_credentials_unknown"
    assert "I have no pass rate that I trust for the CBCS (NHA) and the CPC (AAPC)." in answer.text
    assert answer.source


def test_of_named_ones_only_these_are_ranked(conversation):
    answer = ask(conversation, "which costs less", credential=["RMA", "CCMA"])
    assert answer.text.startswith("Of these two certifications, the RMA (AMT) has the lowest exam fee: **$150**.")
    assert rows(answer) == ["RMA", "CCMA"]
    assert answer.slots["compared"] == ["RMA", "CCMA"]


def test_a_pair_of_which_one_has_a_figure_is_not_ranked_and_the_figure_is_told(conversation):
    answer = ask(conversation, "which costs less", credential=["RMA", "NCMA"])
    assert answer.text.startswith(
        "I cannot rank these certifications. I have no exam fee that I trust for the NCMA (NCCT). For the RMA (AMT) it "
        "is: $150."
    )


def test_an_unknown_certification_is_said(conversation):
    answer = ask(conversation, "which is cheapest", credential=["RMA", "CCMA", "XYZA"])
    assert 'I do not know a certification called "XYZA".' in answer.text


def test_after_a_comparison_what_was_compared_is_ranked(conversation):
    conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    assert ask(conversation, "which one costs less").text.startswith("Of these two certifications, the RMA (AMT)")
    assert ask(conversation, "and which exam is shorter").text.startswith("Of these two certifications, the RMA (AMT)")
    assert ask(conversation, "what's the cheapest certification").text.startswith("Of the four certifications")


def test_one_that_is_named_afterwards_joins_those_compared_and_is_ranked_by_the_same(conversation):
    conversation.ask("compare_credentials", credential=["RMA", "CCMA"])
    ask(conversation, "which exam is shorter")
    answer = conversation.ask("context_follow_up", "and the NCMA?", credential="NCMA")
    assert answer.text.startswith("Of these three certifications, the RMA (AMT) has the shortest exam")


def test_nothing_is_left_unfilled(conversation):
    for text in ("cheapest", "easiest", "entry", "shortest", "fewest questions", "lasts", "credits", "which"):
        for named in ([], ["CMA", "CMAA"], ["CPT", "PBT", "COA"], ["NRCMA", "CEHRS"]):
            answer = ask(conversation, text, credential=named)
            assert answer.response != "utter_action_failed", (text, named)
            assert not re.search(r"[{}]|None|\n\n\n|  |: \.", answer.text), answer.text
            beside = answer.text.replace((answer.table or {"lines": ""})["lines"], "")
            assert len(beside.split("\n\nSource")[0].split()) <= 90, beside


def test_that_is_the_first_of_a_ranking(conversation):
    conversation.ask("compare_rank_credentials", "easiest exam to pass")
    assert conversation.ask("certification_renewal", "how is that renewed").text.startswith("The CCMA (NHA)")
