"""The form "Am I eligible?" in Rasa itself, and its buttons and result for many people."""

import re
from dataclasses import replace
from datetime import date

import pytest
from rasa_sdk.utils import all_subclasses

from actions.eligibility_answers import QUESTIONS
from actions.eligibility_form import ActionEligibilityFormResult, AskSteps
from actions.eligibility_person import CREDENTIAL, PREFIX, chosen, open_points, person_of, settled
from actions.form_reading import SKIPPED, Heard
from careerbot.facts.eligibility import judge, spans
from careerbot.facts.person import POINTS, Span
from tests.data.files import domain
from tests.facts.test_eligibility import TABLE, TODAY, ago, graduate, person, school, student, worker

ASK = "utter_ask_eligibility_form_eligibility_{}".format
HINT = "utter_hint_eligibility_form_{}".format
INTRO, RESULT = "utter_eligibility_form_intro", "utter_eligibility_form_result"
CHECK = "certification_check"
MOST_BUTTONS = 5
LONGEST = 120  # words before the source line
LABELS = ["CMA (AAMA)", "RMA (AMT)", "NCMA (NCCT)", "CCMA (NHA)", "CMAC (AMCA)"]


@pytest.fixture
def someone(bot):
    return bot.conversation()


@pytest.fixture
def started(someone):
    """In the form, at its first question, about all certifications."""
    someone.say("am i eligible", CHECK)
    return someone


def tap(someone, said, title):
    return someone.say(said.buttons[title])


def verdicts(text):
    """What the lines of a result say, by label."""
    return dict(re.findall(r"^- \[(.+?)\]\(https://\S+\): \*\*(.+?)\*\*", text, re.MULTILINE))


# -- in Rasa -----------------------------------------------------------------------------------------------------


def test_a_graduate_taps_through_to_a_line_for_each_certification(someone):
    said = someone.say("am i eligible", CHECK)
    assert said.responses == [INTRO, ASK("training")]
    asked = []
    for title in (
        "I finished a program",
        "Only the school is",
        "In the last 4 years",
        "Yes",
        "720 or more",
        "160 or more",
    ):
        said = tap(someone, said, title)
        asked += said.responses
    assert asked == [
        ASK(point) for point in ("accreditation", "finish", "diploma", "hours", "externship_hours", "felony")
    ]
    said = tap(someone, said, "No")
    assert said.responses == [RESULT]
    assert verdicts(said.text) == dict(zip(LABELS, ["yes", "yes", "yes", "yes", "ask the issuer"], strict=True))
    assert "This is not a decision: the issuer decides" in said.text
    assert said.text.splitlines()[-1].startswith("Sources: ")
    assert someone.form is None


def test_work_in_another_job_is_not_counted_and_that_is_said(started):
    for text in ("on the job", "yes"):
        started.say(text)
    said = started.say("ive been a cna 4 yrs")
    assert said.responses == ["utter_eligibility_other_job", ASK("work_months")]
    assert "work as a medical assistant" in said.text
    said = started.say("does being a cna count as experience for that", CHECK, 0.5)
    assert said.responses == ["utter_eligibility_other_job", ASK("work_months")]
    assert started.say("well, cna").responses == ["utter_form_way_out"]


def test_a_no_is_no_number_of_hours(someone):
    said = someone.say("can i take the CMA", CHECK, credential="CMA (AAMA)")
    for text in ("I finished a program", "only the school is accredited"):
        said = someone.say(text)
    assert said.responses == [ASK("hours")]
    assert someone.say("no").responses == [HINT("hours"), ASK("hours")]


def test_what_is_told_only_to_ask_whether_it_is_true_is_no_answer(started):
    text = "they said their own certificate program makes me 'certified medical assistant'. true??"
    assert started.say(text).responses == ["utter_form_no_answer", ASK("training")]


def test_what_the_first_message_tells_is_not_asked(someone):
    said = someone.say("i worked 6 yrs as an MA and never went to school which cert can i get", CHECK)
    assert said.responses == [INTRO, "utter_form_known", ASK("diploma")]
    assert "you learned on the job and you worked 6 years" in said.text
    assert [someone.say(text).responses for text in ("yes", "still do")] == [[ASK("work_until")], [ASK("felony")]]
    said = someone.say("no")
    assert verdicts(said.text) == dict(zip(LABELS, ["no", "yes", "yes", "yes", "ask the issuer"], strict=True))


@pytest.mark.parametrize(
    ("text", "back", "asks"),
    [
        ("did my program 2 years ago am i eligible for the ccma", "you finished a program", "diploma"),
        ("i have 2500 hours of on the job, can i sit for the ccma", "you worked 14 to 16 months full time", "diploma"),
        ("no schooling, been an ma for 6 years, can i take the ccma", "you learned on the job", "diploma"),
    ],
)
def test_what_the_first_message_tells_is_said_back(someone, text, back, asks):
    said = someone.say(text, CHECK, credential="CCMA")
    assert back in said.text
    assert said.responses == [INTRO, "utter_form_known", ASK(asks)]


def test_what_the_first_message_tells_may_be_all_that_is_needed(someone):
    said = someone.say("no high school diploma, can i get ccma", CHECK, credential="CCMA")
    assert said.responses == [INTRO, "utter_form_known", RESULT]
    assert "you have no high school diploma or GED" in said.text
    assert verdicts(said.text) == {"CCMA (NHA)": "no"}
    assert someone.form is None


def test_of_military_service_that_was_told_only_the_end_is_asked(someone):
    someone.say("i was a navy corpsman, can i sit for the rma", CHECK, credential="RMA")
    said = someone.say("no training or work yet")
    assert said.responses == [ASK("military_end")]
    assert "No" not in said.buttons
    assert [title for title in said.buttons if title.endswith("years")] == ["In the last 4 years"]
    said = tap(someone, said, "In the last 4 years")
    assert said.responses == [ASK("felony")]  # completed, not changed
    assert verdicts(someone.say("no").text) == {"RMA (AMT)": "yes"}


def test_an_end_of_service_that_is_not_known_is_asked_of_the_issuer(someone):
    someone.say("i was an army medic, can i sit for the rma", CHECK, credential="RMA")
    someone.say("no training or work yet")
    said = someone.say("skip")
    if said.responses == [ASK("felony")]:
        said = someone.say("no")
    assert verdicts(said.text) == {"RMA (AMT)": "ask the issuer"}


def test_the_question_before_the_check_says_what_it_is_about(someone):
    said = someone.say("i have a felony can i still get the cma", "certification_felony", credential="CMA")
    said = tap(someone, said, "Am I eligible?")
    assert said.responses == [INTRO, "utter_form_known", ASK("training")]
    assert "the CMA (AAMA)" in said.text and "there is a record" in said.text


def test_of_one_certification_only_what_decides_it_is_asked(someone):
    said = someone.say("am I eligible for the CMA?", CHECK, credential="CMA")
    assert said.responses == [INTRO, "utter_form_known", ASK("training")]
    asked = [someone.say(text).responses for text in ("I'm in a program now", "CAAHEP", "in 2 weeks")]
    assert asked == [[ASK("accreditation")], [ASK("finish")], [ASK("felony")]]
    said = someone.say("no")
    assert verdicts(said.text) == {"CMA (AAMA)": "yes"}
    assert said.buttons["Who may take the exam"] == '/certification_eligibility{"credential": "CMA"}'


def test_it_stops_asking_when_all_is_settled(started):
    assert started.say("no training or work yet").responses == [ASK("military")]
    said = started.say("no")
    assert said.responses == [RESULT]
    assert set(verdicts(said.text).values()) == {"no"}
    assert "Which program fits me?" in said.buttons


def test_the_rules_of_a_certification_offer_the_check_of_oneself(someone):
    said = someone.say("who can take the RMA", "certification_eligibility", credential="RMA")
    said = tap(someone, said, "Am I eligible?")
    assert said.responses == [INTRO, "utter_form_known", ASK("training")]
    assert "the RMA (AMT)" in said.text


def test_rules_that_cannot_be_weighed_offer_no_check(someone):
    said = someone.say("who can take the CPT", "certification_eligibility", credential="CPT")
    assert "Am I eligible?" not in said.buttons


@pytest.mark.parametrize("credential", ["CPT", "COA", "CMAA"])
def test_of_a_certification_that_cannot_be_judged_the_rules_are_told(someone, credential):
    said = someone.say("do I qualify for it", CHECK, credential=credential)
    assert INTRO not in said.responses
    assert said.responses[0] in ("utter_certification_eligibility", "utter_certification_not_known")
    assert someone.form is None
    assert someone.say("thanks", "chitchat_thanks").responses == ["utter_chitchat_thanks"]


def test_say_that_again_after_the_form_is_its_result(started):
    started.say("no training or work yet")
    result = started.say("no")
    assert started.say("print that again", "context_repeat").text == result.text


def test_stop_leaves_and_forgets(started):
    started.say("I finished a program")
    assert started.say("stop").responses == ["utter_form_stopped"]
    assert started.form is None
    slots = started.tracker().current_slot_values()
    assert {slots[question.slot] for question in QUESTIONS} == {None}


def test_the_result_forgets_the_answers_and_keeps_what_it_was_about(someone):
    someone.say("am I eligible for the RMA", CHECK, credential="RMA")
    someone.say("nothing yet")
    someone.say("no")
    slots = someone.tracker().current_slot_values()
    assert {slots[question.slot] for question in QUESTIONS} == {None}
    assert slots["credential"] == "RMA"
    assert "$150" in someone.say("how much is the exam", "certification_exam_fee").text


def test_another_question_is_answered_and_the_form_asks_again(started):
    started.say("I finished a program")
    said = started.say("how much do they make?", "salary_median")
    assert said.responses == ["utter_salary_median", ASK("accreditation")]
    said = started.say("how much is the RMA exam?", "certification_exam_fee", credential="RMA")
    assert said.responses == ["utter_certification_exam_fee", ASK("accreditation")]
    assert started.tracker().get_slot(CREDENTIAL) is None


def test_a_form_that_is_asked_other_things_three_times_in_a_row_is_put_aside(started):
    started.say("I finished a program")
    for text, intent in (("how much do they make?", "salary_median"), ("what do they do", "duties_overview")):
        assert started.say(text, intent).responses[-1] == ASK("accreditation")
    said = started.say("is the field growing", "outlook_growth")
    assert said.responses == ["utter_outlook_growth", "utter_form_set_aside"]
    assert "/certification_check" in said.buttons.values()
    assert started.say("what do they do", "duties_overview").responses == ["utter_duties_overview"]


def test_an_answer_between_other_questions_keeps_a_form(started):
    started.say("I finished a program")
    started.say("how much do they make?", "salary_median")
    started.say("what do they do", "duties_overview")
    started.say("neither")
    assert started.say("is the field growing", "outlook_growth").responses == ["utter_outlook_growth", ASK("finish")]


def test_a_question_with_steps_is_asked_again_with_its_buttons(started):
    for text in ("I finished a program", "neither"):
        said = started.say(text)
    again = started.say("what does a medical assistant do?", "duties_overview")
    assert again.responses == ["utter_duties_overview", ASK("finish")]
    assert set(said.buttons) <= set(again.buttons)


def test_an_earlier_answer_can_be_corrected(started):
    for text in ("I finished a program", "CAAHEP", "last June"):
        started.say(text)
    said = started.say("no wait, I'm still in the program")
    assert said.responses == ["utter_form_changed", ASK("finish")]  # the old end is behind us, so it cannot be
    assert started.say("in 2 weeks").responses == [ASK("diploma")]
    said = started.say("I meant only the school is accredited")
    assert said.responses == ["utter_form_changed", ASK("diploma")]


def test_what_the_person_does_not_know_becomes_ask_the_issuer(someone):
    someone.say("am I eligible for the RMA?", CHECK, credential="RMA")
    said = someone.say("I finished a program")
    for _ in range(10):
        said = someone.say("not sure")
        if RESULT in said.responses:
            break
    assert verdicts(said.text) == {"RMA (AMT)": "ask the issuer"}
    assert "it depends on who accredits your program" in said.text


def test_what_cannot_be_read_gets_a_hint(started):
    assert started.say("purple").responses == [HINT("training"), ASK("training")]


def test_a_date_that_is_too_rough_to_decide_is_asked_of_the_issuer(someone):
    someone.say("am i eligible for the ccma", CHECK, credential="CCMA")
    someone.say("I finished a program")
    someone.say(str(date.today().year - 5))
    for text in ("yes", "none", "no"):
        said = someone.say(text)
        if RESULT in said.responses:
            break
    assert verdicts(said.text) == {"CCMA (NHA)": "ask the issuer"}
    assert "it depends on the exact end of your training" in said.text


WAIVER = "you can ask the AAMA for a waiver"
NO_ADVICE = "This is not legal advice."


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (("I finished a program", "CAAHEP"), "ask the issuer"),
        (("I finished a program", "not sure", "not sure", "not sure", "not sure", "not sure"), "ask the issuer"),
        (("no training or work yet",), "no"),
    ],
)
def test_an_issuer_asked_about_alone_is_quoted_on_records(someone, told, verdict):
    said = someone.say("I have a felony. Am I eligible for the CMA?", CHECK, credential="CMA")
    for text in told:
        if RESULT not in said.responses:
            said = someone.say(text)
    assert verdicts(said.text) == {"CMA (AAMA)": verdict}
    assert WAIVER in said.text and NO_ADVICE in said.text
    assert "American Association of Medical Assistants" in said.text.splitlines()[-1]
    assert ("a record may shut you out" in said.text) is (verdict == "ask the issuer")


def test_an_issuer_whose_rule_on_records_is_not_known_is_named(someone):
    said = someone.say("I have a felony. Am I eligible for the RMA?", CHECK, credential="RMA")
    for text in ("no training or work yet", "no"):
        said = someone.say(text)
    assert "I do not know what American Medical Technologists says about convictions" in said.text
    assert NO_ADVICE in said.text


def test_of_all_the_one_known_rule_on_records_is_told(someone):
    someone.say("I have a felony. Which one can I get?", CHECK)
    someone.say("no training or work yet")
    said = someone.say("no")
    assert "With your record, for the CMA (AAMA):" in said.text and WAIVER in said.text


@pytest.mark.parametrize("answer", ["no", "I'd rather not say"])
def test_without_a_record_that_was_told_nothing_is_said_of_records(someone, answer):
    someone.say("am I eligible for the CMA?", CHECK, credential="CMA")
    for text in ("I finished a program", "CAAHEP", "last month", answer):
        said = someone.say(text)
    assert WAIVER not in said.text and NO_ADVICE not in said.text


# -- buttons and results for many ---------------------------------------------------------------------------------

STEPS = {kind.point: kind() for kind in all_subclasses(AskSteps) if not kind.__abstractmethods__}
BY_SLOT = {question.slot: question for question in QUESTIONS}


def kept(point, who, answers, facts):
    """The slot's value after tapping the button that is true of someone."""
    true, slot = getattr(who, point), PREFIX + point
    if point == "training":
        return true if true != "none" else "job" if who.work_months.low else "nothing"
    if not isinstance(true, Span):
        return SKIPPED if true is None else true
    steps = spans(point, person_of(answers, TODAY), chosen(answers, facts).values(), TODAY)
    buttons = STEPS[point].buttons(steps, person_of(answers, TODAY), TODAY)
    static = domain()["responses"][ASK(point)][0].get("buttons", [])
    assert len(buttons) + len(static) <= MOST_BUTTONS, point
    values = [BY_SLOT[slot].read(Heard(button["payload"], {}, facts, TODAY)) for button in (*static, *buttons)]
    after = [person_of({**answers, slot: value}, TODAY) for value in values if value not in (None, SKIPPED)]
    fitting = [one for one in after if getattr(one, point).low <= true.low <= getattr(one, point).high]
    # With more steps than buttons the last one stands for all above, and keeps its least.
    chosen_one = fitting[0] if fitting else after[-1]
    return values[[one is chosen_one for one in after].index(True)]


def interviewed(who, facts):
    answers = {question.slot: None for question in QUESTIONS}
    asked = []
    while still := open_points(answers, facts, TODAY):
        still = [point for point in still if answers[PREFIX + point] is None]
        if not still:
            break
        asked.append(still[0])
        answers[PREFIX + still[0]] = kept(still[0], who, answers, facts)
    return answers, asked


@pytest.mark.parametrize("who", [row[1] for row in TABLE.values()], ids=TABLE)
def test_tapping_the_buttons_leads_to_the_verdicts_of_the_whole_truth(facts, who):
    answers, _ = interviewed(who, facts)
    truth = replace(who, teaches=False, cannot_say=frozenset(point for point in POINTS if getattr(who, point) is None))
    for key, credential in chosen(answers, facts).items():
        by_taps = judge(settled(answers, facts, TODAY), credential, TODAY).outcome
        assert by_taps is judge(truth, credential, TODAY).outcome, key


@pytest.mark.parametrize(
    ("who", "most"),
    [
        (person(), 2),
        (worker(36), 6),
        (worker(120, work_until=ago(years=5)), 5),
        (school(), 7),
        (school(accreditation="program"), 7),
        (graduate(accreditation="none", hours=400), 8),
        (student(hours=720, externship_hours=160), 9),
    ],
)
def test_few_questions_are_needed(facts, who, most):
    assert len(interviewed(who, facts)[1]) <= most


def answers_of(who):
    """Slots of someone whose numbers and dates are exact."""
    answers = {question.slot: None for question in QUESTIONS}
    for point in POINTS:
        value = getattr(who, point)
        if isinstance(value, Span):
            exact = value.low.isoformat() if isinstance(value.low, date) else value.low
            value = [exact, exact]
        answers[PREFIX + point] = value
    return answers


@pytest.mark.parametrize("who", [row[1] for row in TABLE.values()], ids=TABLE)
def test_a_result_of_all_five_is_short_and_its_table_says_the_same(facts, who):
    texts = {name: variants[0]["text"] for name, variants in domain()["responses"].items()}
    answers = {slot: value for slot, value in answers_of(who).items() if value is not None}
    reply = ActionEligibilityFormResult().result(answers, texts, facts)
    said = texts[reply.response].partition("{source}")[0].format(**reply.values)
    assert len(said.split()) < LONGEST
    for (label, verdict, reason), line in zip(reply.table.rows, reply.table.lines.splitlines(), strict=True):
        assert line.startswith(f"- {label}: **{verdict}**") and line.endswith(reason)


def test_a_question_that_leaves_out_what_it_is_about_is_answered_in_the_form_too(someone):
    someone.say("can i take the CCMA", CHECK, credential="CCMA")
    said = someone.say("how much is that", "nlu_fallback", 0.17)
    assert "$165" in said.text
    assert ASK("training") in said.responses
