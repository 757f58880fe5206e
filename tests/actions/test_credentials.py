import re

import pytest

from actions.credentials import CREDENTIAL_INTENTS

ALL = ["CMA", "RMA", "NCMA", "CCMA", "CMAC", "NRCMA", "CMAA", "CPT", "CBCS", "CEHRS", "PBT", "CPC", "COA"]
MAIN = ["CMA", "RMA", "NCMA", "CCMA", "CMAC"]

UNCERTAIN = "This is not certain: sources are old or disagree, so check with the issuer at ["
CHANGING = "Rules and fees change, so check with the issuer at ["

# Published values: ../shared/facts/certifications.json and dossier.md, section 3.
FEES = {
    "CMA": ["$125 for students, recent graduates and AAMA members", "$250 for everyone else"],
    "RMA": ["$150", "That includes the application, the exam and the first annual fee."],
    "CCMA": ["$165"],
    "CMAC": ["$139", "That includes study material."],
    "CMAA": ["$129"],
    "CPT": ["$129"],
    "CBCS": ["$117"],
    "PBT": ["$155"],
    "CPC": [
        "$425 (one try at the exam)",
        "$499 (two tries at the exam)",
        "$222 (AAPC membership",
        "$157 for students (AAPC membership",
    ],
}
EXAMS = {
    "CMA": "200 questions (180 of them count) in 2 hours 40 minutes",
    "RMA": "210 questions in 2 hours.",
    "NCMA": "150 questions (125 of them count) in 3 hours",
    "CCMA": "180 questions (150 of them count) in 3 hours",
    "CMAC": "175 questions in 2 hours 30 minutes",
    "CMAA": "135 questions (110 of them count) in 2 hours 15 minutes",
    "CPT": "120 questions (100 of them count) in 2 hours",
    "CBCS": "125 questions (100 of them count) in 3 hours",
    "PBT": "80 questions in 2 hours",
    "CPC": "100 questions in 4 hours",
    "COA": "200 questions in 3 hours",
}
SCORES = {
    "CMA": "a scaled score of 405 (the scale runs from 200 to 800)",
    "RMA": "a scaled score of 70",
    "CCMA": "a scaled score of 390 (the scale runs from 200 to 500)",
    "PBT": "a scaled score of 400 (the scale runs from 100 to 999)",
    "CPC": "70%",
    "COA": "a scaled score of 72",
    "NRCMA": "70%",
}
RENEWALS = {
    "CMA": ["every 5 years", "60 recertification points", "$50 reactivation fee"],
    "RMA": ["every 3 years", "30 continuing education points", "about $50 a year"],
    "NCMA": ["every year", "14 contact hours"],
    "CCMA": ["every 2 years", "10 continuing education credits", "about $185 for each renewal"],
    "CMAC": ["every 2 years"],
    "PBT": ["every 3 years"],
    "CPC": ["every 2 years", "36 continuing education units"],
    "COA": ["every 3 years", "18 continuing education credits"],
}
RETAKES = {
    "CMA": ["You may try 3 times. After that, you must finish a program accredited by CAAHEP or ABHES again"],
    "RMA": ["45 days after the first failure", "You may try 4 times in all."],
    "NCMA": ["30 days after the first failure, 90 days after the second failure and 1 year after the third failure"],
    "CCMA": ["30 days after the first failure, 30 days after the second failure and 12 months after the third failure"],
    "CMAC": ["30 days after the first failure and 60 days after the second failure", "You may try 3 times in a year."],
}
PASS_RATES = {
    "CMA": ["In 2020", "62% of 7,482 test takers"],
    "NCMA": ["In 2020", "60% of 7,019 test takers"],
    "CCMA": ["In 2024", "81.38% of 78,681 test takers"],
    "CMAA": ["In 2024", "62.68% of 9,390 test takers"],
    "CPT": ["In 2024", "about 76% passed"],
}
SITES = {
    "CMA": "[aama-ntl.org](https://www.aama-ntl.org), phone 800-228-2262",
    "RMA": "[americanmedtech.org](https://americanmedtech.org)",
    "NCMA": "[ncctinc.com](https://www.ncctinc.com), phone 800-875-4404",
    "CCMA": "[nhanow.com](https://www.nhanow.com), phone 800-499-9092",
    "CMAC": "[amcaexams.com](https://www.amcaexams.com), phone 888-960-2622",
}
NOT_KNOWN = [
    ("certification_exam_fee", ["NCMA", "NRCMA", "CEHRS", "COA"], "exam fee"),
    ("certification_exam_content", ["NRCMA", "CEHRS"], "exam outline"),
    ("certification_exam_place", ["NRCMA", "CMAA", "CPC"], "list of test places"),
    ("certification_passing_score", ["CMAC"], "passing score"),
    ("certification_pass_rate", ["RMA", "CMAC", "CPC"], "pass rate"),
    ("certification_retake", ["NRCMA", "CMAA", "COA"], "retake rules"),
    ("certification_renewal", ["NRCMA"], "renewal rules"),
    ("certification_eligibility", ["CMAA", "CPC", "PBT"], "entry rules"),
]


def each(table):
    return [(key, value) for key, values in table.items() for value in values]


@pytest.mark.parametrize("intent", CREDENTIAL_INTENTS)
@pytest.mark.parametrize("credential", ALL)
def test_every_question_about_every_credential_is_answered_or_declined_with_a_source(conversation, intent, credential):
    answer = conversation.ask(intent, credential=credential)
    assert answer.response in (f"utter_{intent}", "utter_certification_not_known")
    assert answer.source
    assert "https://" in answer.text.replace(answer.source, "")  # the issuer's site is always there to check with
    assert answer.slots == {"credential": credential}


@pytest.mark.parametrize("intent", CREDENTIAL_INTENTS)
@pytest.mark.parametrize("credential", ALL)
def test_the_text_reads_as_written_by_a_person(conversation, intent, credential):
    text = conversation.ask(intent, credential=credential).text
    assert not re.search(r"[{}]|None|\n\n\n|every 1 |\.\.|,,", text)
    assert not re.search(r"\b(\w+ \w+ \w+) \1\b", text), "three words said twice"
    assert "continuing education points of continuing education" not in text
    assert not re.search(r"(?<!U\.S)[.!?] [a-z]", text.split("Source")[0]), "a sentence begins with a small letter"


@pytest.mark.parametrize(("credential", "fee"), each(FEES))
def test_exam_fees_are_the_published_ones(conversation, credential, fee):
    assert fee in conversation.ask("certification_exam_fee", credential=credential).text


@pytest.mark.parametrize(("credential", "exam"), EXAMS.items())
def test_questions_and_time_of_the_exam_are_the_published_ones(conversation, credential, exam):
    assert exam in conversation.ask("certification_exam_content", credential=credential).text


@pytest.mark.parametrize(
    ("credential", "topic"),
    [
        ("CMA", "- Clinical: 59%"),
        ("RMA", "- Clinical patient interaction: 33.8%"),
        ("CCMA", "- Clinical patient care: 56%"),
        ("CMAC", "- Professionalism: 10%"),
        ("NCMA", "- Phlebotomy\n"),
    ],
)
def test_topics_of_the_exam_are_listed_with_their_weight_where_it_is_known(conversation, credential, topic):
    assert topic in conversation.ask("certification_exam_content", credential=credential).text


def test_an_exam_without_known_topics_has_no_empty_heading(conversation):
    answer = conversation.ask("certification_exam_content", credential="COA")
    assert answer.response == "utter_certification_exam_content"
    assert "Topics" not in answer.text


@pytest.mark.parametrize(
    ("credential", "place"),
    [("CMA", "at PSI test centers"), ("CCMA", "online with a live remote proctor"), ("COA", "at Pearson VUE")],
)
def test_the_place_of_the_exam_is_the_published_one(conversation, credential, place):
    assert place in conversation.ask("certification_exam_place", credential=credential).text


@pytest.mark.parametrize(("credential", "score"), SCORES.items())
def test_passing_scores_are_the_published_ones(conversation, credential, score):
    text = conversation.ask("certification_passing_score", credential=credential).text
    assert f"You need {score} to pass" in text
    assert ("A scaled score is not the share of right answers." in text) == ("scaled" in score)


def test_a_disputed_passing_score_is_told_with_the_other_value(conversation):
    text = conversation.ask("certification_passing_score", credential="CMA").text
    assert "405" in text
    assert "Some pages say 430 instead." in text
    assert UNCERTAIN in text


@pytest.mark.parametrize(("credential", "words"), each(RENEWALS))
def test_renewal_rules_are_the_published_ones(conversation, credential, words):
    assert words in conversation.ask("certification_renewal", credential=credential).text


@pytest.mark.parametrize(("credential", "words"), each(RETAKES))
def test_retake_rules_are_the_published_ones(conversation, credential, words):
    assert words in conversation.ask("certification_retake", credential=credential).text


def test_who_asks_about_a_retake_hears_what_the_exam_costs(conversation):
    answer = conversation.ask("certification_retake", credential="CCMA")
    assert "I have no price of its own for another try; the exam costs $165." in answer.text


def test_a_retake_of_an_exam_whose_fee_is_not_known_has_no_price(conversation):
    answer = conversation.ask("certification_retake", credential="NCMA")
    assert "I have no price of its own for another try." in answer.text
    assert "$" not in answer.text


@pytest.mark.parametrize(("credential", "words"), each(PASS_RATES))
def test_the_newest_pass_rate_is_the_published_one_and_no_promise(conversation, credential, words):
    text = conversation.ask("certification_pass_rate", credential=credential).text
    assert words in text
    assert "It says nothing about your own chance" in text


@pytest.mark.parametrize(("credential", "site"), SITES.items())
def test_the_issuer_is_named_with_site_and_phone(conversation, credential, site):
    text = conversation.ask("certification_issuer", credential=credential).text
    assert site in text
    assert "accredited by the NCCA" in text


def test_accreditation_is_not_claimed_where_it_is_not_known(conversation):
    assert "NCCA" not in conversation.ask("certification_issuer", credential="NRCMA").text


@pytest.mark.parametrize("credential", ["RMA", "NCMA", "CCMA", "CMAC", "NRCMA", "CPT", "COA"])
def test_work_experience_can_be_enough(conversation, credential):
    text = conversation.ask("certification_eligibility", "does my job at a clinic count", credential=credential).text
    assert text.startswith("Work experience can be enough for the ")


def test_work_experience_alone_is_not_enough_for_the_cma(conversation):
    text = conversation.ask("certification_eligibility", "is work experience enough", credential="CMA").text
    assert text.startswith("Work experience alone is not enough for the CMA (AAMA) exam. You need only one of these.")
    assert "CAAHEP or ABHES" in text
    assert "560 class hours" in text
    assert "recertify" not in text  # renewing is no way in
    assert text.count("Work experience") == 1


@pytest.mark.parametrize(
    "words",
    [
        "can i skip school and just take it",
        "i have no school at all",
        "ive been working as an MA",
        "without a program",
        "self taught, allowed?",
        "my employer trained me",
    ],
)
def test_whether_work_counts_is_heard_in_many_words(conversation, words):
    text = conversation.ask("certification_eligibility", words, credential="RMA").text
    assert text.startswith("Work experience can be enough")


@pytest.mark.parametrize("words", ["who may take the exam", "my program ended last year", "what do I need", ""])
def test_work_comes_last_where_nobody_asked_about_it(conversation, words):
    text = conversation.ask("certification_eligibility", words, credential="CMA").text
    assert text.startswith("For the CMA (AAMA) exam, you need only one of these. You may apply if you:")
    routes, _, after = text.partition("Work experience alone is not enough for the CMA (AAMA) exam. ")
    assert "CAAHEP or ABHES" in routes and "check with the issuer" in after


@pytest.mark.parametrize(
    ("credential", "rule"),
    [
        ("RMA", "3 of the last 7 years (5,616 hours)"),
        ("RMA", "at least 720 hours, 160 of them externship"),
        ("NCMA", "1 of the last 5 years"),
        ("CCMA", "1 of the last 3 years"),
        ("CPT", "30 blood draws from a vein and 10 finger or capillary sticks"),
        ("COA", "1,000 hours"),
    ],
)
def test_entry_rules_are_the_published_ones(conversation, credential, rule):
    assert rule in conversation.ask("certification_eligibility", credential=credential).text


def test_the_overview_has_name_issuer_fee_exam_and_renewal(conversation):
    text = conversation.ask("certification_overview", credential="CMA").text
    assert (
        "stands for Certified Medical Assistant (AAMA); it is given by the American Association of Medical Assistants"
        in text
    )
    assert "- Exam fee: $125 for students, recent graduates and AAMA members and $250 for everyone else" in text
    assert "- Exam: 200 questions (180 of them count) in 2 hours 40 minutes" in text
    assert "- Renewal: every 5 years" in text


@pytest.mark.parametrize(("credential", "missing"), [("NCMA", "Exam fee"), ("CEHRS", "Exam:"), ("NRCMA", "- ")])
def test_the_overview_leaves_out_what_is_not_known(conversation, credential, missing):
    answer = conversation.ask("certification_overview", credential=credential)
    assert answer.response == "utter_certification_overview"
    assert missing not in answer.text.replace(answer.source, "")


@pytest.mark.parametrize(
    ("intent", "credential"),
    [
        ("certification_passing_score", "CMA"),
        ("certification_pass_rate", "CMA"),
        ("certification_pass_rate", "NCMA"),
        ("certification_eligibility", "RMA"),  # the route for teachers
        ("certification_eligibility", "CMAC"),
        ("certification_passing_score", "NRCMA"),
        ("certification_passing_score", "COA"),
        ("certification_exam_fee", "CBCS"),
        ("certification_exam_fee", "PBT"),
        ("certification_exam_fee", "CPC"),
        ("certification_overview", "CEHRS"),
    ],
)
def test_what_is_weakly_known_says_so_and_sends_to_the_issuer_with_a_link(conversation, intent, credential):
    text = conversation.ask(intent, credential=credential).text
    assert UNCERTAIN in text
    assert CHANGING not in text


@pytest.mark.parametrize(
    ("intent", "credential"),
    [("certification_exam_fee", "CCMA"), ("certification_renewal", "CMA"), ("certification_eligibility", "CCMA")],
)
def test_what_is_well_known_still_sends_to_the_issuer_with_a_link(conversation, intent, credential):
    text = conversation.ask(intent, credential=credential).text
    assert CHANGING in text
    assert UNCERTAIN not in text


@pytest.mark.parametrize(
    ("intent", "credential", "subject"),
    [(intent, credential, subject) for intent, credentials, subject in NOT_KNOWN for credential in credentials],
)
def test_what_is_not_known_is_declined_without_a_number_and_with_the_issuer(conversation, intent, credential, subject):
    answer = conversation.ask(intent, credential=credential)
    assert answer.response == "utter_certification_not_known"
    said = answer.text.replace(answer.source, "")
    assert f"I have no {subject} for the {credential} (" in said
    assert "check with " in said
    assert "](https://" in said
    assert not re.search(r"\d", re.sub(r"\(https?://\S+\)", "", said))


@pytest.mark.parametrize("intent", CREDENTIAL_INTENTS)
def test_without_a_credential_it_asks_which_and_offers_the_five(conversation, intent):
    answer = conversation.ask(intent)
    assert answer.response == "utter_certification_which"
    assert answer.text.startswith("Which certification do you mean?")
    assert list(answer.buttons.values()) == [f'/{intent}{{"credential": "{key}"}}' for key in MAIN]
    assert answer.asked == intent


def test_an_unknown_credential_is_named_and_the_nearest_come_first(conversation):
    answer = conversation.ask("certification_exam_fee", credential="CMMA")
    assert answer.response == "utter_certification_unknown"
    assert 'I do not know a certification called "CMMA", so I cannot tell you its exam fee.' in answer.text
    assert list(answer.buttons)[:3] == ["CMA (AAMA)", "CCMA (NHA)", "CMAA (NHA)"]
    assert len(answer.buttons) == 5


def test_an_unknown_credential_without_any_like_it_still_offers_the_usual_ones(conversation):
    answer = conversation.ask("certification_renewal", credential="forklift license")
    assert '"forklift license"' in answer.text
    assert list(answer.buttons.values()) == [f'/certification_renewal{{"credential": "{key}"}}' for key in MAIN]


def test_an_unknown_credential_is_not_answered_from_the_context(conversation):
    conversation.ask("certification_exam_fee", credential="CMA")
    answer = conversation.ask("certification_exam_fee", credential="forklift license")
    assert answer.response == "utter_certification_unknown"
    assert "$125" not in answer.text


def test_a_known_credential_beside_an_unknown_one_is_answered(conversation):
    assert "$165" in conversation.ask("certification_exam_fee", credential=["CMMA", "CCMA"]).text


@pytest.mark.parametrize("intent", CREDENTIAL_INTENTS)
def test_the_next_question_about_credentials_may_leave_the_name_out(conversation, intent):
    conversation.ask("certification_exam_fee", credential="CCMA")
    answer = conversation.ask(intent)
    assert answer.slots["credential"] == "CCMA"
    assert "CCMA (NHA)" in answer.text


@pytest.mark.parametrize("between", ["salary_median", "outlook_growth", "state_rules", "compare_roles"])
def test_a_credential_is_carried_over_one_other_subject_but_not_over_two(conversation, between):
    conversation.ask("certification_exam_fee", credential="CCMA")
    conversation.ask(between)
    answer = conversation.ask("certification_renewal")
    assert "CCMA (NHA)" in answer.text
    conversation.ask(between)
    conversation.ask("education_duration")
    assert conversation.ask("certification_renewal").response == "utter_certification_which"


def test_a_credential_from_long_ago_is_not_carried_once_all_were_listed(conversation):
    conversation.ask("certification_exam_fee", credential="CCMA")
    conversation.ask("salary_median")
    conversation.ask("certification_list")
    assert conversation.ask("certification_renewal").response == "utter_certification_which"


def test_the_list_has_the_five_accredited_ones_first_and_a_button_for_each(conversation):
    answer = conversation.ask("certification_list")
    assert re.findall(r"- \*\*(\w+) \(", answer.text) == MAIN
    assert list(answer.buttons.values()) == [f'/certification_overview{{"credential": "{key}"}}' for key in MAIN]
    others = answer.text.split("less widely checked: ")[1].split(". Most states")[0]
    assert re.findall(r"(\w+) \(", others) == [key for key in ALL if key not in MAIN]
    assert answer.source


def test_military_training_counts_for_rma_and_ncma_and_not_for_cma(conversation):
    answer = conversation.ask("certification_military")
    assert answer.text.startswith("Military medical training counts for some exams: RMA (AMT) and NCMA (NCCT)")
    assert "US Armed Forces in the last 4 years" in answer.text
    assert "The CMA (AAMA) has no route for military training alone." in answer.text
    assert answer.source


def test_of_two_certifications_each_is_answered(conversation):
    rma, ccma = conversation.answers("certification_exam_fee", credential=["RMA", "CCMA"])
    assert "RMA (AMT) exam costs" in rma.text
    assert "CCMA (NHA) exam costs" in ccma.text


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("what does NHA stand for", "National Healthcareer Association"),
        ("whats the amt", "American Medical Technologists"),
        ("who is ncct?", "National Center for Competency Testing"),
    ],
)
def test_an_issuer_can_be_asked_for_by_its_letters(conversation, text, issuer):
    conversation.ask("certification_issuer", text="who gives the CMA", credential="CMA")
    assert issuer in conversation.ask("certification_issuer", text).text


def test_no_letters_of_an_issuer_leave_the_question_as_it_was(conversation):
    assert conversation.ask("certification_issuer", "who gives it").response == "utter_certification_which"


def test_it_is_the_last_certification_named_however_long_ago(conversation):
    conversation.ask("certification_overview", "my cousin got her rma", credential="RMA")
    for place in ("New Jersey", "New York"):
        conversation.ask("state_rules", f"do i need it in {place}", place=place)
    assert "RMA (AMT) is renewed" in conversation.ask("certification_renewal", "how long does it last").text
    assert conversation.ask("certification_renewal", "renewal rules").response != "utter_certification_which"
