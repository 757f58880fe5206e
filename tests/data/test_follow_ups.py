"""Every kind of follow-up is asked with its context and without, and what counts as one kind."""

import pytest

from careerbot.facts.queries import fact_base
from tests.data.files import report
from tests.live.conversations import Conversation, Turn, load_conversations
from tests.live.follow_ups import kinds_of, without_twin

PAY = Turn(user="how much do MAs make", intent="salary_median", says=("$",))
BARE = Turn(user="and in Texas?", intent="context_follow_up", says=("Texas",))
ASKED_BACK = Turn(user="what about Ohio", intent="context_follow_up", says=("What",), buttons=("Pay in Ohio",))


def test_every_kind_of_follow_up_also_opens_a_conversation():
    report(without_twin(load_conversations(), fact_base()))


def test_a_follow_up_without_its_twin_is_listed_once():
    twice = Conversation("pay", "a.yml", (PAY, BARE, BARE))
    assert without_twin([twice], fact_base()) == [
        "context_follow_up place: no conversation opens with one: 'and in Texas?' in a.yml: pay"
    ]
    assert without_twin([twice, Conversation("only", "b.yml", (ASKED_BACK,))], fact_base()) == []


def test_a_twin_must_say_what_is_asked_back():
    assert without_twin([Conversation("pay", "a.yml", (PAY, BARE)), Conversation("b", "b.yml", (BARE,))], fact_base())


@pytest.mark.parametrize(
    ("text", "intent", "kinds"),
    [
        ("and the RMA?", "context_follow_up", {("context_follow_up", "credential")}),
        ("what about RNs in Ohio", "context_follow_up", {("context_follow_up", "occupation", "place")}),
        ("no i meant the rma", "context_follow_up", {("context_follow_up", "credential", "put right")}),
        ("and in 2021?", "context_follow_up", {("context_follow_up", "year")}),
        ("why?", "context_why", {("context_why",)}),
        ("start over", "context_restart", set()),
        ("how much is the exam", "certification_exam_fee", {("certification_exam_fee", "without", "credential")}),
        ("how much is the RMA exam", "certification_exam_fee", set()),
        ("what do they earn there", "salary_median", {("a pronoun for", "occupation"), ("a pronoun for", "place")}),
        ("what do MAs earn", "salary_median", set()),
        ("what do they do all day", "duties_overview", set()),
        ("about a year", None, set()),
    ],
)
def test_what_is_left_out_is_what_counts(text, intent, kinds):
    assert kinds_of(Turn(user=text, intent=intent), fact_base()) == kinds
