import re

import pytest

EIGHT = ["CMA", "RMA", "NCMA", "CCMA", "CMAC", "NRCMA", "CMAA", "CPT"]


def compared(answer):
    return [row[0].split(" ")[0] for row in answer.table["rows"]]


def test_two_credentials_are_compared_in_the_order_of_the_question(conversation):
    answer = conversation.ask("compare_credentials", credential=["CCMA", "CMA"])
    assert (
        "- **CCMA (NHA):** exam $165, 180 questions in 3 hours, 81.38% passed in 2024, renewed every 2 years, work "
        "experience alone can be enough" in answer.text
    )
    assert (
        "- **CMA (AAMA):** exam $125 to $250, 200 questions in 2 hours 40 minutes, 62% passed in 2020, renewed every 5 "
        "years, work experience alone is not enough" in answer.text
    )
    assert answer.slots == {
        "credential": "CMA",
        "compared": ["CCMA", "CMA"],
    }
    assert answer.source


@pytest.mark.parametrize(
    ("named", "begins"),
    [
        (["CMA", "RMA"], "The CMA (AAMA) can cost least to take ($125 to $250) and lasts longest (5 years).\n"),
        (["RMA", "CCMA"], "The RMA (AMT) costs least to take ($150) and lasts longest (3 years).\n"),
        (["CMAC", "RMA"], "The CMAC (AMCA) costs least to take ($139) and the RMA (AMT) lasts longest (3 years).\n"),
        (["CCMA", "CMAC"], "The CMAC (AMCA) costs least to take ($139).\n"),  # both last as long
        (["NCMA", "RMA"], "The RMA (AMT) lasts longest (3 years).\n"),  # one fee is not known
        (["NCMA", "NRCMA"], "NCMA (NCCT) and NRCMA (NAHP) in short:\n"),
    ],
)
def test_the_first_sentence_says_what_sets_them_apart(conversation, named, begins):
    assert conversation.ask("compare_credentials", credential=named).text.startswith(begins)


def test_the_table_has_fee_exam_passing_renewal_and_the_way_in(conversation):
    answer = conversation.ask("compare_credentials", credential=["RMA", "NRCMA"])
    assert answer.table["columns"] == ["Certification", "Exam fee", "Exam time", "Passed", "Renewal", "Way in by work"]
    assert answer.table["rows"] == [
        ["RMA (AMT)", "$150", "2 hours", "not known", "every 3 years", "3 years of work can be enough"],
        ["NRCMA (NAHP)", *["not known"] * 4, "some work experience can be enough"],
    ]


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ([], ["CMA", "RMA", "NCMA", "CCMA"]),
        (["CMAC"], ["CMAC", "CMA", "RMA", "NCMA"]),
        (["NCMA", "NCMA"], ["NCMA", "CMA", "RMA", "CCMA"]),
        (EIGHT[:5], EIGHT[:5]),
        (EIGHT[:6], EIGHT[:6]),
        (EIGHT, EIGHT[:6]),
    ],
)
def test_a_comparison_shows_up_to_six_that_are_named_or_fills_up_with_the_usual_ones(conversation, named, shown):
    answer = conversation.ask("compare_credentials", credential=named)
    assert compared(answer) == shown
    assert ("I left out CMAA (NHA) and CPT (NHA): six is" in answer.text) == (len(named) > 6)


def test_a_comparison_does_not_invent_a_fee(conversation):
    text = conversation.ask("compare_credentials", credential=["NCMA", "NRCMA"]).text
    assert text.count("fee not known for sure") == 2
    assert "check with the issuers" in text


def test_certifications_for_different_work_are_said_to_be_that(conversation):
    answer = conversation.ask("compare_credentials", credential=["CCMA", "CMAA"])
    assert answer.text.startswith(
        "They are for different work: the CCMA (NHA) for medical assisting and the CMAA (NHA) for office work. "
    )
    assert "same jobs" not in answer.text


@pytest.mark.parametrize(
    ("text", "named", "response", "begins"),
    [
        (
            "which costs less, rma or ccma",
            ["RMA", "CCMA"],
            "fee",
            "Of these two certifications, the RMA (AMT) has the lowest exam fee",
        ),
        (
            "which is easier to pass, cma or ccma",
            ["CMA", "CCMA"],
            "pass_rate",
            "Of these two certifications, the CCMA (NHA) has the",
        ),
        (
            "rma or ccma, which lasts longer",
            ["RMA", "CCMA"],
            "validity",
            "Of these two certifications, the RMA (AMT) lasts longest",
        ),
    ],
)
def test_one_criterion_alone_is_answered_alone(conversation, text, named, response, begins):
    answer = conversation.ask("compare_credentials", text, credential=named)
    assert answer.response == f"utter_compare_rank_credentials_{response}"
    assert answer.text.startswith(begins)


def test_beside_an_unknown_certification_the_known_one_is_told_and_others_are_offered(conversation):
    answer = conversation.ask("compare_credentials", "ccma or xyza", credential=["CCMA", "XYZA"])
    assert answer.text.startswith('I know nothing of a certification called "XYZA", so I can only tell you of the CCMA')
    assert compared(answer) == ["CCMA"]
    assert "$165" in answer.text and answer.source
    assert answer.buttons["CCMA (NHA) and CMA (AAMA)"] == '/compare_credentials{"credential": ["CCMA", "CMA"]}'


@pytest.mark.parametrize(
    ("text", "name"), [("CMA or the XYZ certification", "XYZ"), ("difference between cma and cpr cert", "cpr")]
)
def test_an_unknown_certification_is_recognised_where_nothing_found_its_name(conversation, text, name):
    answer = conversation.ask("compare_credentials", text, credential="CMA")
    assert f'called "{name}"' in answer.text
    assert compared(answer) == ["CMA"]
    assert ("CPR and first aid" in answer.buttons) == (name == "cpr")


def test_an_unknown_certification_alone_offers_those_it_may_be(conversation):
    answer = conversation.ask("compare_credentials", "how good is the xyza", credential="XYZA")
    assert answer.text.startswith('I do not know a certification called "XYZA", so I cannot compare it.')
    assert answer.buttons["CMA (AAMA)"] == '/compare_credentials{"credential": ["CMA"]}'


def test_beside_two_known_ones_an_unknown_one_is_said(conversation):
    answer = conversation.ask("compare_credentials", credential=["CCMA", "RMA", "XYZA"])
    assert compared(answer) == ["CCMA", "RMA"]
    assert 'I do not know a certification called "XYZA".' in answer.text


def test_every_pair_can_be_compared(conversation):
    for one in [*EIGHT, "CBCS", "CEHRS", "PBT", "CPC", "COA"]:
        answer = conversation.ask("compare_credentials", credential=[one, "RMA" if one != "RMA" else "CMA"])
        assert answer.response.startswith("utter_compare_credentials"), one
        assert not re.search(r"[{}]|None|\n\n\n|  ", answer.text), answer.text
