"""catalog.yml is the register: every intent stands in it once, and everything it promises exists."""

import difflib
from collections import Counter

from actions.names import KINDS, NAME_KINDS
from careerbot.catalog import catalog as entries
from careerbot.nlu.several import SEVERAL
from tests.data.files import (
    CATALOG,
    DOMAIN,
    HELD_OUT,
    NLU,
    RULES,
    action_names,
    catalog,
    domain,
    examples,
    forms,
    intents_of,
    report,
    rules,
)
from tests.live.conversations import FALLBACK, FOLDER, load_conversations

ANSWER_KINDS = ("fixed", "figures", "lookup", "form")
FIELDS = {"intent", "title", "about", "answer", "suggest", "names", "takes", "then", "more", "why"}
# These are about the conversation itself, or end what they are about.
WITHOUT_MORE = ("context", "chitchat", "feedback", "safety", "out_of_scope")
MOST_MORE = 4
LONGEST_TITLE = 45
LEAST_EXAMPLES = 15


def _action(entry):
    if entry.answer == "figures":
        return "action_answer_with_figures"
    if entry.answer == "form":
        return next((name for name, form in forms().items() if form.opened_by == entry.intent), None)
    return f"{'action' if entry.answer == 'lookup' else 'utter'}_{entry.intent}"


def _missing_and_strange(file, intents, what):
    """An intent that ``file`` lacks, has twice, or that the catalog does not know."""
    known = [entry.intent for entry in catalog()]
    counts = Counter(intents)
    yield from (f"{file}: {intent} has no {what}" for intent in known if not counts[intent])
    yield from (f"{file}: {intent} stands there {count} times" for intent, count in counts.items() if count > 1)
    yield from (f"{file}: {intent} is not in {CATALOG}" for intent in counts if intent not in known)


def _questions(intents):
    """Intents that a person's words have; a component sets the other one."""
    return [intent for intent in intents if intent != SEVERAL]


def test_every_intent_of_the_domain_stands_in_the_catalog_once_and_the_other_way_round():
    report(
        [
            *_missing_and_strange(CATALOG, [entry.intent for entry in catalog()], "entry"),
            *_missing_and_strange(
                DOMAIN, [name for name in domain()["intents"] if name != SEVERAL], "entry under intents"
            ),
        ]
    )


def test_every_intent_has_one_block_of_examples():
    report(_missing_and_strange(NLU, intents_of(NLU), "block of examples"))


def test_every_intent_has_one_rule_of_its_name():
    answered = [rule for rule in rules() if rule.intent not in ("", FALLBACK, SEVERAL)]
    report(
        [
            *_missing_and_strange(RULES, [rule.intent for rule in answered], "rule"),
            *(
                f"{RULES}: the rule for {rule.intent} is named {rule.name}"
                for rule in rules()
                if rule.intent and rule.name != rule.intent
            ),
        ]
    )


def test_intents_stand_in_the_same_order_everywhere():
    wanted = [entry.intent for entry in catalog()]
    places = {
        DOMAIN: domain()["intents"],
        NLU: intents_of(NLU),
        RULES: [rule.intent for rule in rules()],
    }
    problems = []
    for file, intents in places.items():
        shared = [intent for intent in wanted if intent in intents]
        moves = difflib.ndiff([intent for intent in intents if intent in wanted], shared)
        problems += [f"{file}: {move[2:]} is not where {CATALOG} has it" for move in moves if move.startswith("- ")]
    report(problems)


def test_an_intent_is_named_after_its_topic():
    report(
        f"{CATALOG}: {entry.intent} does not begin with its topic {entry.topic}"
        for entry in catalog()
        if entry.intent != entry.topic and not entry.intent.startswith(f"{entry.topic}_")
    )


def test_every_entry_has_a_short_title_of_its_own_a_description_and_a_kind_of_answer():
    titles = Counter(entry.title.casefold() for entry in catalog())
    problems = []
    for entry in catalog():
        if set(entry.fields) - FIELDS:
            problems.append(f"{entry.intent} has unknown fields {sorted(set(entry.fields) - FIELDS)}")
        if not isinstance(entry.fields.get("title"), str) or not entry.title.strip():
            problems.append(f"{entry.intent} has no title")
        if len(entry.title) > LONGEST_TITLE:
            problems.append(f"{entry.intent}: the title has {len(entry.title)} characters, {LONGEST_TITLE} at most")
        if titles[entry.title.casefold()] > 1:
            problems.append(f"{entry.intent}: the title '{entry.title}' is also another intent's")
        if not isinstance(entry.fields.get("about"), str) or not entry.fields["about"].strip():
            problems.append(f"{entry.intent} has no about")
        if entry.answer not in ANSWER_KINDS:
            problems.append(f"{entry.intent}: answer is {entry.answer}, not one of {', '.join(ANSWER_KINDS)}")
        if not isinstance(entry.fields.get("suggest", True), bool):
            problems.append(f"{entry.intent}: suggest is neither true nor false")
    report(f"{CATALOG}: {problem}" for problem in problems)


def test_every_answer_about_the_career_can_be_gone_on_from():
    report(
        f"{CATALOG}: {entry.intent}: more has {len(entry.more)} intents, 1 to {MOST_MORE} are needed"
        for entry in entries().values()
        if entry.topic not in WITHOUT_MORE and not 1 <= len(entry.more) <= MOST_MORE
    )


def test_more_then_and_why_lead_to_other_questions_that_may_be_suggested():
    problems = []
    for entry in entries().values():
        further = [*entry.more, *([entry.why] if entry.why else [])]
        if entry.intent in further or len(set(entry.more)) < len(entry.more):
            problems.append(f"{entry.intent} leads to itself or to one twice")
        for intent in (*further, *entry.then.values()):
            target = entries().get(intent)
            if target is None or not target.suggest or target.topic in WITHOUT_MORE:
                problems.append(f"{entry.intent} leads to {intent}, which is no question to go on to")
    report(f"{CATALOG}: {problem}" for problem in problems)


def test_names_takes_and_then_are_of_the_kinds_there_are_and_then_leads_to_an_answer_that_takes_the_name():
    problems = []
    for entry in entries().values():
        kinds = {*entry.names, *entry.takes, *entry.then}
        problems += [f"{entry.intent}: {kind} is no kind of name" for kind in sorted(kinds - {*KINDS})]
        problems += [f"{entry.intent} takes a {kind} itself" for kind in entry.then if kind in entry.takes]
        problems += [
            f"{entry.intent}: {intent} does not take a {kind}"
            for kind, intent in entry.then.items()
            if kind not in entries()[intent].takes
        ]
    report(f"{CATALOG}: {problem}" for problem in problems)


def test_what_an_answer_is_about_is_a_name_of_the_fact_base(facts):
    report(
        f"{CATALOG}: {entry.intent}: no {kind} is called {name}"
        for entry in entries().values()
        for kind, names in entry.names.items()
        for name in names
        if kind in NAME_KINDS and facts.find(kind, name) is None
    )


def test_the_rule_of_an_intent_does_what_its_kind_of_answer_says():
    entries = {entry.intent: entry for entry in catalog()}
    report(
        f"{RULES}: {rule.intent} is answered by {', '.join(rule.actions)}, but '{entries[rule.intent].answer}' in "
        f"{CATALOG} means {_action(entries[rule.intent])}"
        for rule in rules()
        if rule.intent in entries and rule.actions != (_action(entries[rule.intent]),)
    )


def test_every_answer_exists_as_a_response_or_as_an_action_class():
    problems = []
    for entry in catalog():
        if entry.answer != "lookup" and f"utter_{entry.intent}" not in domain()["responses"]:
            problems.append(f"{DOMAIN}: no response utter_{entry.intent}")
        if entry.answer != "fixed" and _action(entry) not in (*action_names(), *forms()):
            problems.append(f"actions: no class is named {_action(entry)}")
    report(problems)


def test_the_domain_lists_exactly_the_actions_there_are():
    listed = [name if isinstance(name, str) else next(iter(name)) for name in domain()["actions"]]
    report(
        [
            *(f"{DOMAIN}: {name} is not listed under actions" for name in action_names() if name not in listed),
            *(f"actions: no class is named {name}" for name in listed if name not in action_names()),
            *(f"{DOMAIN}: {name} is listed {count} times" for name, count in Counter(listed).items() if count > 1),
        ]
    )


def test_every_intent_has_enough_examples():
    counts = Counter(example.intent for example in examples())
    report(
        f"{NLU}: {entry.intent} has {counts[entry.intent]} examples, at least {LEAST_EXAMPLES} are needed"
        for entry in catalog()
        if counts[entry.intent] < LEAST_EXAMPLES
    )


def test_every_intent_has_a_held_out_question():
    asked = {example.intent for example in examples(HELD_OUT)}
    report(f"{HELD_OUT}: no question for {entry.intent}" for entry in catalog() if entry.intent not in asked)


def test_every_intent_is_answered_in_a_live_conversation():
    turns = [turn for conversation in load_conversations() for turn in conversation.turns]
    answered = {turn.intent for turn in turns if turn.intent is not None}
    known = [entry.intent for entry in catalog()]
    folder = FOLDER.relative_to(FOLDER.parents[2])
    report(
        [
            *(f"{folder}: no conversation has a turn of {intent}" for intent in known if intent not in answered),
            *(f"{folder}: {name} is not in {CATALOG}" for name in sorted(answered - {*known, FALLBACK, SEVERAL})),
        ]
    )
