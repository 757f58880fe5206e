"""The responses of domain.yml: no figure typed in, every source line true, every button leads somewhere."""

import json
import re

import pytest
from rasa_sdk.utils import all_subclasses

from actions.dispatch import AsMeant
from careerbot.facts.load import load
from careerbot.placeholders import fill, placeholders
from careerbot.wording import citation, source_line
from tests.data.files import CATALOG, DOMAIN, ROOT, catalog, domain, forms, report, rules

LONGEST_ANSWER = 95  # words before the source line
NO_SOURCE = "Source: common practice, not a published rule"
KEY_OF_RASA = "utter_action"  # where Rasa writes down the name of a response
OF_FORMS = ("utter_ask_", "utter_form_")
TOPICS_WITHOUT_SOURCE = ("chitchat", "feedback", "safety", "out_of_scope", "context")

# Emergency, crisis and community service lines of the USA, those against violence at home and sexual violence.
_PHONE_NUMBERS = re.compile(r"\b(911|988|211|1-800-799-7233|1-800-656-4673)\b")
_PLACEHOLDER = re.compile(r"{[^\n{}]+}")
_URL = re.compile(r"https?://[^\s)]+")
_COUNTED = "one two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty thirty forty fifty"
_UNITS = "minute hour day week month year semester credit question attempt"
_SPELT_OUT = re.compile(
    r"\$|\bper ?cent|\bdollars?\b|\b(hundred|thousand|million)\b"
    rf"|\b({'|'.join(_COUNTED.split())})[ -]({'|'.join(_UNITS.split())})",
    re.IGNORECASE,
)
# An answer does not know how it was asked: "is it hard?" and "isn't it easy?" have the same one.
_YES_OR_NO = re.compile(
    r"(yes|no|partly|sometimes|(often|usually) yes)[,.:]|(yes|no|sometimes),? but\b|it can be\b", re.I
)
_HTML = re.compile(r"</?[a-z!][^>]*>|&(#\d+|[a-z]+);", re.IGNORECASE)
_EMOJI = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


def _variants():
    """Every text of every response, with its buttons."""
    for name, variants in domain()["responses"].items():
        for variant in variants:
            yield name, variant["text"], variant.get("buttons", [])


def _split(text):
    """What stands before the source line, and the source line (empty if there is none)."""
    before, _, last = text.rstrip().rpartition("\n")
    return (before, last) if re.match(r"Sources?:|{source}$", last) else (text, "")


def _answers(kind):
    """Name and text of the answers of a kind; one that is missing is reported in test_catalog.py."""
    for entry in catalog():
        name = f"utter_{entry.intent}"
        if entry.answer == kind and name in domain()["responses"]:
            yield name, domain()["responses"][name][0]["text"]


def test_no_figure_is_typed_into_a_response():
    problems = []
    for name, text, _ in _variants():
        before, _ = _split(text)
        for pattern in (_PLACEHOLDER, _URL, _PHONE_NUMBERS):
            before = pattern.sub(" ", before)
        found = re.findall(r"\S*\d\S*", before) + [match.group() for match in _SPELT_OUT.finditer(before)]
        problems += [f"{DOMAIN}: {name}: '{figure}' belongs in facts/" for figure in found]
    report(problems)


def test_every_source_line_is_what_the_fact_base_would_write():
    sources = load().sources.values()
    by_citation = {citation(source, source.as_of): source for source in sources}
    problems = []
    for name, text, _ in _variants():
        line = _split(text)[1]
        if not line or line in (NO_SOURCE, "{source}"):
            continue
        cited = line.partition(": ")[2].split("; ")
        unknown = [part for part in cited if part not in by_citation]
        problems += [f"{DOMAIN}: {name}: no source of facts/sources.yml reads '{part}'" for part in unknown]
        if not unknown:
            wanted = source_line((by_citation[part], by_citation[part].as_of) for part in cited)
            if line != wanted:
                problems.append(f"{DOMAIN}: {name}: the source line must be '{wanted}'")
    report(problems)


def test_every_answer_about_the_career_has_a_source_line():
    problems = []
    for entry in catalog():
        if entry.topic in TOPICS_WITHOUT_SOURCE or entry.answer == "form":  # offers questions, states nothing
            continue
        answer = f"utter_{entry.intent}"
        for name, text, _ in _variants():
            states_facts = name == answer or (name.startswith(f"{answer}_") and placeholders(text))
            if states_facts and not _split(text)[1]:
                problems.append(f"{DOMAIN}: {name} has no source line")
    report(problems)


def test_a_source_line_stands_alone_and_last():
    report(
        f"{DOMAIN}: {name}: the source line must be the last, after a blank line"
        for name, text, _ in _variants()
        if re.search(r"^Sources?:|{source}", _split(text)[0], re.MULTILINE)
        or (_split(text)[1] and not _split(text)[0].endswith("\n"))
    )


def test_every_fixed_answer_is_short():
    report(
        f"{DOMAIN}: {name} has {len(_split(text)[0].split())} words, {LONGEST_ANSWER} at most"
        for name, text, _ in _variants()
        if not placeholders(text) and len(_split(text)[0].split()) > LONGEST_ANSWER
    )


def test_no_answer_opens_as_if_it_knew_how_it_was_asked():
    report(
        f"{DOMAIN}: {name} opens with '{match.group()}'"
        for kind in ("fixed", "figures", "lookup")
        for name, text in _answers(kind)
        if (match := _YES_OR_NO.match(text))
    )


def test_a_fixed_answer_has_no_placeholder_and_an_answer_with_figures_has_one():
    report(
        [
            *(
                f"{DOMAIN}: {name} is fixed in {CATALOG}, but has {{{placeholders(text)[0]}}}"
                for name, text in _answers("fixed")
                if placeholders(text)
            ),
            *(
                f"{DOMAIN}: {name} has figures in {CATALOG}, but no placeholder"
                for name, text in _answers("figures")
                if not set(placeholders(text)) - {"source"}
            ),
        ]
    )


def test_the_fact_base_fills_every_placeholder_of_an_answer_with_figures(facts):
    problems = []
    for name, text in _answers("figures"):
        try:
            values = fill(text, facts)
        except KeyError as error:
            problems.append(f"{DOMAIN}: {name}: {error.args[0]}")
            continue
        for placeholder, value in values.items():
            text = text.replace(f"{{{placeholder}}}", value)
        if "{" in text or "}" in text:
            problems.append(f"{DOMAIN}: {name}: a brace is left over in '{text}'")
    report(problems)


def test_every_response_is_used_and_every_response_that_code_names_exists():
    code = [path.read_text() for folder in ("actions", "careerbot") for path in (ROOT / folder).rglob("*.py")]
    named = {name for text in code for name in re.findall(r"[\"'](utter_\w+)[\"']", text)} - {KEY_OF_RASA}
    asks = {f"utter_ask_{form}_{question.slot}" for form, one in forms().items() for question in one.questions}
    answers = {f"utter_{entry.intent}" for entry in catalog()}
    used = named | asks | answers | {name for rule in rules() for name in rule.actions}
    report(
        [
            *(f"{DOMAIN}: {name} is never used" for name in domain()["responses"] if name not in used),
            *(f"{DOMAIN}: no response {name}" for name in sorted(named) if name not in domain()["responses"]),
        ]
    )


def test_every_button_leads_to_an_intent_that_may_be_suggested_and_bears_its_title():
    entries = {entry.intent: entry for entry in catalog()}
    problems = []
    for name, _, buttons in _variants():
        for button in buttons:
            if name.startswith(OF_FORMS) and not button["payload"].startswith("/"):
                continue  # says an answer for the person: tests/actions/test_forms.py
            where = f"{DOMAIN}: {name}: button '{button['title']}'"
            payload = re.fullmatch(r"/(\w+)({.*})?", button["payload"])
            entry = entries.get(payload.group(1)) if payload else None
            if entry is None:
                problems.append(f"{where}: {button['payload']} is no intent")
                continue
            if payload.group(2) and not set(json.loads(payload.group(2))) <= set(domain()["entities"]):
                problems.append(f"{where}: {button['payload']} names an unknown entity")
            if button["title"] != entry.title:
                problems.append(f"{where}: {CATALOG} calls {entry.intent} '{entry.title}'")
            if not entry.suggest:
                problems.append(f"{where}: {entry.intent} must never be suggested")
    report(problems)


def test_no_response_has_html_or_emoji():
    problems = []
    for name, text, buttons in _variants():
        shown = "\n".join([text, *(button["title"] for button in buttons)])
        for what, pattern in (("HTML", _HTML), ("an emoji or symbol", _EMOJI)):
            problems += [f"{DOMAIN}: {name} has {what}: '{match.group()}'" for match in pattern.finditer(shown)]
    report(problems)


@pytest.mark.parametrize(
    ("intent", "number"), [("safety_emergency", "911"), ("safety_self_harm", "988"), ("safety_violence", "911")]
)
def test_a_person_in_danger_reads_the_number_to_call_first_and_nothing_about_the_career(intent, number):
    (answer,) = domain()["responses"][f"utter_{intent}"]
    first_paragraph = answer["text"].split("\n\n")[0]
    assert number in first_paragraph
    assert "buttons" not in answer
    assert "medical assistant" not in answer["text"]


def test_actions_whose_question_may_turn_out_another_get_the_domain():
    """Without it the other question's text would be an apology."""
    names = [kind().name() for kind in all_subclasses(AsMeant) if not kind.__abstractmethods__]
    assert names
    report(
        f"{DOMAIN}: {name} must have send_domain: true"
        for name in names
        if {name: {"send_domain": True}} not in domain()["actions"]
    )
