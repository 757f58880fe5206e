"""Each form of actions/ and what domain.yml and the rules say of it fit together."""

from actions.feedback import FORM as FEEDBACK  # asks nothing: it waits for one message
from tests.data.files import DOMAIN, RULES, action_names, domain, forms, report, rules


def test_every_form_of_the_domain_has_its_code_and_the_other_way_round():
    assert set(domain()["forms"]) == {*forms(), FEEDBACK}


def test_a_form_asks_in_the_order_of_the_domain():
    report(
        f"{DOMAIN}: {name} requires {domain()['forms'][name]['required_slots']}"
        for name, form in forms().items()
        if domain()["forms"][name]["required_slots"] != [question.slot for question in form.questions]
    )


def test_every_question_of_a_form_has_its_words_and_its_hint():
    needed = [
        (name, response)
        for name, form in forms().items()
        for question in form.questions
        if question.hint
        for response in (f"utter_ask_{name}_{question.slot}", question.hint)
    ]
    report(f"{DOMAIN}: {name}: no response {wanted}" for name, wanted in needed if wanted not in domain()["responses"])


def test_the_answers_to_a_form_do_not_influence_the_conversation():
    report(
        f"{DOMAIN}: the slot {question.slot} influences the conversation"
        for form in forms().values()
        for question in form.questions
        if domain()["slots"][question.slot]["influence_conversation"] is not False
    )


def test_the_actions_of_a_form_get_the_domain():
    wanted = [action for name in forms() for action in (f"validate_{name}", f"action_{name}_result")]
    report(
        [
            *(f"actions: no class is named {action}" for action in wanted if action not in action_names()),
            *(
                f"{DOMAIN}: {action} must have send_domain: true"
                for action in wanted
                if {action: {"send_domain": True}} not in domain()["actions"]
            ),
        ]
    )


def test_a_rule_starts_every_form_and_one_says_its_result():
    found = {(rule.intent, rule.actions) for rule in rules()}
    for name, form in forms().items():
        assert (form.opened_by, (name,)) in found, f"{RULES}: no rule starts {name}"
        assert ("", (name, f"action_{name}_result")) in found, f"{RULES}: no rule says the result of {name}"
