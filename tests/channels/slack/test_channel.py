"""What people do in Slack, and what they then see there."""

import pytest

from careerbot.channels import guard
from careerbot.channels.slack import words
from careerbot.channels.slack.blocks import check
from careerbot.feedback import Count
from tests.channels.slack.conftest import TEXAS, answer_to
from tests.fake_slack import SLACKBOT, refused

PAY = {"title": "Pay in Texas", "payload": TEXAS}
RATEABLE = {"text": "It takes a year.", "utter_action": "utter_education_duration"}


@pytest.fixture
def bob(slack):
    return slack.add_user("bob")


@pytest.fixture
def jobs(slack, ann, bob):
    return slack.add_channel("jobs", [ann, bob])


def heard_nothing(agent):
    return agent.heard == []


def buttons(message):
    return [
        element["text"]["text"]
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    ]


async def mention(slack, user, channel, text, thread_ts=None):
    asked = await slack.say(user, channel, f"{slack.mention} {text}", thread_ts)
    thread = thread_ts or asked.ts
    before = 0
    answers = await slack.wait_for(lambda: slack.answers(channel, thread)[before:])
    return asked, answers[-1]


# -- direct messages -------------------------------------------------------------------------------------------------


async def test_a_direct_message_is_answered(slack, ann, agent):
    answer = await answer_to(slack, ann, "how long does it take?")
    assert answer.text == "It takes a year."
    assert answer.thread_ts is None
    assert agent.texts == ["how long does it take?"]
    assert agent.conversations == [f"slack:{slack.workspace.id}:{ann}:{slack.dm(ann)}"]


async def test_a_direct_message_in_a_thread_is_answered_there_and_is_the_same_conversation(slack, ann, agent):
    first = await answer_to(slack, ann, "how long does it take?")
    second = await answer_to(slack, ann, "and the pay?", first.ts)
    assert second.thread_ts == first.ts
    assert len(set(agent.conversations)) == 1


async def test_slacks_notation_reaches_the_assistant_as_words(slack, ann, agent):
    await answer_to(slack, ann, "is <http://cma.org|cma.org> *good* for R&amp;D &lt;now&gt;?")
    assert agent.texts == [
        "is cma.org good for R&D <now>?".replace("<now>", " ").replace("  ", " ").replace(" ?", " ?")
    ]


async def test_messages_of_one_person_are_answered_in_their_order(slack, ann, agent):
    agent.answers = lambda message: [{"text": f"answer to {message.text}"}]
    for number in range(5):
        await slack.say(ann, slack.dm(ann), f"question {number}")
    answers = await slack.wait_for(lambda: len(found := slack.answers(slack.dm(ann))) == 5 and found)
    assert [answer.text for answer in answers] == [f"answer to question {number}" for number in range(5)]


async def test_a_file_with_words_is_answered_for_its_words(slack, ann, agent):
    await slack.share_file(ann, slack.dm(ann), "cv.pdf", "is this enough?")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    assert agent.texts == ["is this enough?"]


async def test_a_file_without_words_is_told_that_it_cannot_be_read(slack, ann, agent):
    await slack.share_file(ann, slack.dm(ann), "cv.pdf")
    [answer] = await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    assert answer.text == words.NO_FILES
    assert heard_nothing(agent)


@pytest.mark.parametrize("happens", ["edit", "delete"])
async def test_what_is_changed_or_deleted_later_is_not_answered_again(slack, ann, agent, happens):
    asked = await slack.say(ann, slack.dm(ann), "how long does it take?")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    deliveries = await (slack.edit(asked, "how much?") if happens == "edit" else slack.delete(asked))
    assert [delivery.acknowledged for delivery in deliveries] == [True]
    await answer_to(slack, ann, "marker")
    assert agent.texts == ["how long does it take?", "marker"]


@pytest.mark.parametrize("classic", [True, False])
async def test_another_bot_is_not_answered(slack, ann, agent, classic):
    await slack.bot_message(slack.dm(ann), "hello, I am a bot", classic=classic)
    await answer_to(slack, ann, "marker")
    assert agent.texts == ["marker"]


async def test_slackbot_is_not_answered(slack, ann, agent):
    message = await slack.slackbot(slack.dm(ann), "a reminder")
    assert message.user == SLACKBOT
    assert message.deliveries[0].acknowledged
    await answer_to(slack, ann, "marker")
    assert agent.texts == ["marker"]


async def test_its_own_messages_are_not_answered(slack, ann, agent):
    answer = await answer_to(slack, ann, "how long does it take?")
    [echo] = await slack.wait_for(lambda: answer.deliveries)
    await slack.wait_for(lambda: echo.acknowledged)
    await answer_to(slack, ann, "marker")
    assert agent.texts == ["how long does it take?", "marker"]


# -- channels --------------------------------------------------------------------------------------------------------


async def test_a_mention_is_answered_in_a_thread_under_it(slack, ann, jobs, agent):
    asked, answer = await mention(slack, ann, jobs, "how long does it take?")
    assert answer.thread_ts == asked.ts
    assert agent.texts == ["how long does it take?"]
    assert agent.conversations == [f"slack:{slack.workspace.id}:{ann}:{jobs}:{asked.ts}"]


async def test_a_mention_inside_a_thread_is_answered_in_that_thread(slack, ann, bob, jobs, agent):
    root = await slack.say(ann, jobs, "who knows something about pay?")
    _, answer = await mention(slack, bob, jobs, "how much?", root.ts)
    assert answer.thread_ts == root.ts
    assert agent.conversations == [f"slack:{slack.workspace.id}:{bob}:{jobs}:{root.ts}"]


async def test_two_people_in_one_thread_have_a_conversation_each(slack, ann, bob, jobs, agent):
    asked, _ = await mention(slack, ann, jobs, "how long does it take?")
    await slack.say(bob, jobs, f"{slack.mention} and in Texas?", asked.ts)
    await slack.wait_for(lambda: len(slack.answers(jobs, asked.ts)) == 2)
    assert len(set(agent.conversations)) == 2


async def test_a_channel_message_without_a_mention_is_not_answered(slack, ann, jobs, agent):
    await slack.say(ann, jobs, "hello all")
    await mention(slack, ann, jobs, "marker")
    assert agent.texts == ["marker"]


async def test_a_mention_without_a_question_gets_help(slack, ann, jobs, agent):
    _, answer = await mention(slack, ann, jobs, "")
    assert answer.text == words.HELP
    assert heard_nothing(agent)


async def test_joining_a_channel_is_not_answered(start, agent):
    slack = await follow(start)
    ann, zoe = slack.add_user("ann"), slack.add_user("zoe")
    jobs = slack.add_channel("jobs", [ann])
    await slack.join(zoe, jobs)
    await mention(slack, ann, jobs, "marker")
    assert agent.texts == ["marker"]


# -- follow-ups in threads -------------------------------------------------------------------------------------------

FOLLOW = {
    "scopes": ("app_mentions:read", "chat:write", "commands", "im:history", "channels:history"),
    "subscriptions": ("app_mention", "message.im", "app_home_opened", "message.channels"),
}


async def follow(start):
    return await start(slack=FOLLOW, thread_follow_ups=True)


async def test_a_mention_is_answered_once_although_it_comes_as_two_events(start, agent):
    slack = await follow(start)
    ann = slack.add_user("ann")
    jobs = slack.add_channel("jobs", [ann])
    asked, _ = await mention(slack, ann, jobs, "how long?")
    await slack.say(ann, jobs, f"{slack.mention} marker", asked.ts)
    await slack.wait_for(lambda: len(slack.answers(jobs, asked.ts)) == 2)
    assert agent.texts == ["how long?", "marker"]


async def test_who_asked_in_a_thread_goes_on_without_a_mention(start, agent):
    slack = await follow(start)
    ann, bob = slack.add_user("ann"), slack.add_user("bob")
    jobs = slack.add_channel("jobs", [ann, bob])
    asked, _ = await mention(slack, ann, jobs, "how long?")
    await slack.say(bob, jobs, "good question", asked.ts)  # never asked us anything
    await slack.say(ann, jobs, f"<@{bob}> do you know?", asked.ts)  # speaks to somebody else
    await slack.say(ann, jobs, "at the top of the channel")
    await slack.say(ann, jobs, "and in Texas?", asked.ts)
    await slack.wait_for(lambda: len(slack.answers(jobs, asked.ts)) == 2)
    assert agent.texts == ["how long?", "and in Texas?"]


async def test_without_the_option_a_follow_up_needs_a_mention(start, agent):
    slack = await start(slack=FOLLOW)
    ann = slack.add_user("ann")
    jobs = slack.add_channel("jobs", [ann])
    asked, _ = await mention(slack, ann, jobs, "how long?")
    await slack.say(ann, jobs, "and in Texas?", asked.ts)
    await slack.say(ann, jobs, f"{slack.mention} marker", asked.ts)
    await slack.wait_for(lambda: len(slack.answers(jobs, asked.ts)) == 2)
    assert agent.texts == ["how long?", "marker"]


# -- the slash command -----------------------------------------------------------------------------------------------


async def test_the_command_is_answered_to_the_asker_alone(slack, ann, jobs, agent):
    delivery = await slack.slash(ann, jobs, "/career", "how long &amp; how much?")
    [answer] = await slack.wait_for(lambda: slack.ephemerals(ann, jobs))
    assert (delivery.status, delivery.body) == (200, "")
    assert answer.text == "It takes a year."
    assert slack.answers(jobs) == []
    assert agent.texts == ["how long & how much?"]
    assert agent.conversations == [f"slack:{slack.workspace.id}:{ann}:{jobs}"]


async def test_the_command_works_where_the_bot_is_no_member(slack, ann, bob, agent):
    group = slack.add_group_dm([ann, bob])
    await slack.slash(ann, group, "/career", "how long?")
    await slack.wait_for(lambda: slack.ephemerals(ann, group))
    assert agent.texts == ["how long?"]


async def test_the_command_alone_gets_help(slack, ann, jobs, agent):
    await slack.slash(ann, jobs, "/career")
    [answer] = await slack.wait_for(lambda: slack.ephemerals(ann, jobs))
    assert answer.text == words.HELP
    assert heard_nothing(agent)


# -- the guard -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "reaches"),
    [
        (" /restart", guard.refusal("command")),
        (TEXAS, guard.refusal("command")),
        ("x" * 1001, guard.refusal("too_long")),
        ("x" * 39_000, guard.refusal("too_long")),
        ("???", guard.refusal("unreadable")),
        ("Сколько это стоит?", guard.refusal("script")),
        (":+1:", "/feedback_up"),
        (":thumbsdown::skin-tone-3:", "/feedback_down"),
    ],
)
async def test_what_is_typed_goes_through_the_guard(slack, ann, agent, typed, reaches):
    await answer_to(slack, ann, typed)
    assert agent.texts == [reaches]


async def test_who_asks_too_fast_is_told_to_wait_and_in_a_channel_alone(slack, ann, jobs, agent):
    for number in range(10):
        await slack.say(ann, slack.dm(ann), f"question {number}")
    await slack.wait_for(lambda: len(slack.answers(slack.dm(ann))) == 10)
    answer = await answer_to(slack, ann, "one more")
    assert answer.text.startswith("You are asking very fast. Please wait")
    asked = await slack.say(ann, jobs, f"{slack.mention} and one more")
    [notice] = await slack.wait_for(lambda: slack.ephemerals(ann, jobs))
    assert notice.thread_ts == asked.ts
    assert slack.answers(jobs, asked.ts) == []
    assert len(agent.heard) == 10


async def test_one_persons_haste_does_not_slow_another(slack, ann, bob, agent):
    for number in range(11):
        await slack.say(ann, slack.dm(ann), f"question {number}")
    assert (await answer_to(slack, bob, "how long?")).text == "It takes a year."


# -- buttons ---------------------------------------------------------------------------------------------------------


async def test_a_button_asks_what_it_offers_and_gives_way_to_what_was_chosen(slack, ann, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY, {"title": "Duties", "payload": "/duties_overview"}]}]
    offer = await answer_to(slack, ann, "texas?")
    assert buttons(offer) == ["Pay in Texas", "Duties"]
    agent.answers = [{"text": "$39,520"}]
    await slack.click(ann, offer, title="Pay in Texas")
    await slack.wait_for(lambda: any(answer.text == "$39,520" for answer in slack.answers(slack.dm(ann))))
    await slack.wait_for(lambda: not buttons(offer))
    assert agent.texts == ["texas?", TEXAS]
    assert len(set(agent.conversations)) == 1
    assert offer.blocks[-1]["elements"][0]["text"] == "You chose: *Pay in Texas*"


async def test_a_button_in_a_thread_belongs_to_the_conversation_of_the_thread(slack, ann, jobs, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY]}]
    asked, offer = await mention(slack, ann, jobs, "texas?")
    await slack.click(ann, offer, title="Pay in Texas")
    await slack.wait_for(lambda: len(slack.answers(jobs, asked.ts)) == 2)
    assert set(agent.conversations) == {f"slack:{slack.workspace.id}:{ann}:{jobs}:{asked.ts}"}


async def test_a_private_answers_button_is_answered_privately(slack, ann, jobs, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY]}]
    await slack.slash(ann, jobs, "/career", "texas?")
    [offer] = await slack.wait_for(lambda: slack.ephemerals(ann, jobs))
    agent.answers = [{"text": "$39,520"}]
    await slack.click(ann, offer, title="Pay in Texas")
    await slack.wait_for(lambda: len(slack.ephemerals(ann, jobs)) == 2)
    await slack.wait_for(lambda: not buttons(offer))
    assert slack.answers(jobs) == []
    assert agent.texts == ["texas?", TEXAS]
    assert len(set(agent.conversations)) == 1


async def test_two_clicks_on_the_same_buttons_are_answered_once(slack, ann, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY, {"title": "Duties", "payload": "/duties_overview"}]}]
    offer = await answer_to(slack, ann, "texas?")
    old = type(offer)(**{**offer.__dict__})  # what the person sees until the message has changed
    for title in ("Pay in Texas", "Duties", "Pay in Texas"):
        assert (await slack.click(ann, old, title=title)).acknowledged
    await answer_to(slack, ann, "marker")
    assert agent.texts == ["texas?", TEXAS, "marker"]


async def test_somebody_elses_buttons_do_nothing_and_say_so(slack, ann, bob, jobs, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY]}]
    _, offer = await mention(slack, ann, jobs, "texas?")
    await slack.click(bob, offer, title="Pay in Texas")
    [notice] = await slack.wait_for(lambda: slack.ephemerals(bob, jobs))
    assert notice.text == words.NOT_YOURS
    assert agent.texts == ["texas?"]
    await slack.click(ann, offer, title="Pay in Texas")
    await slack.wait_for(lambda: len(agent.heard) == 2)


async def test_a_button_whose_value_was_changed_is_refused(slack, ann, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY]}]
    offer = await answer_to(slack, ann, "texas?")
    for block in offer.blocks:
        for element in block.get("elements", ()):
            if element.get("value") == TEXAS:
                element["value"] = "/restart"
    await slack.click(ann, offer, value="/restart")
    await slack.wait_for(lambda: any(answer.text == words.STALE for answer in slack.answers(slack.dm(ann))))
    assert agent.texts == ["texas?"]


async def test_buttons_of_an_answer_that_is_no_longer_known_say_so(slack, ann, agent):
    agent.answers = [{"text": "Which one?", "buttons": [PAY]}]
    offer = await answer_to(slack, ann, "texas?")
    slack.channel._inbox.forget(f"{slack.workspace.id}:{ann}", but="")
    await slack.click(ann, offer, title="Pay in Texas")
    await slack.wait_for(lambda: any(answer.text == words.STALE for answer in slack.answers(slack.dm(ann))))
    assert agent.texts == ["texas?"]


# -- thumbs ----------------------------------------------------------------------------------------------------------


async def test_a_thumb_up_rates_the_answer_under_which_it_stands(slack, ann, agent, ratings):
    agent.answers = [RATEABLE]
    first = await answer_to(slack, ann, "how long?")
    await answer_to(slack, ann, "and then?")
    await slack.click(ann, first, value="/feedback_up")
    await slack.wait_for(lambda: not buttons(first))
    assert ratings.counts() == [Count("education_duration", 1, 0)]
    assert first.blocks[-1]["elements"][0]["text"] == words.rated(words.HELPFUL)
    assert agent.texts == ["how long?", "and then?"]


async def test_a_thumb_down_asks_why_and_keeps_the_reason(slack, ann, agent, ratings):
    agent.answers = [RATEABLE]
    answer = await answer_to(slack, ann, "how long?")
    await slack.click(ann, answer, value="/feedback_down")
    await slack.wait_for(lambda: "Wrong facts" in buttons(answer))
    assert ratings.not_helped(5)[0].reason is None
    await slack.click(ann, answer, title="Wrong facts")
    await slack.wait_for(lambda: not buttons(answer))
    [row] = ratings.not_helped(5)
    assert (row.question, row.reason, row.channel, row.answer) == (
        "how long?", "wrong_facts", "slack", "utter_education_duration",
    )  # fmt: skip


async def test_small_talk_has_no_thumbs(slack, ann, agent):
    agent.answers = [{"text": "Hello!", "utter_action": "utter_chitchat_greet"}]
    assert buttons(await answer_to(slack, ann, "hello")) == []


async def test_somebody_elses_answer_cannot_be_rated(slack, ann, bob, jobs, agent, ratings):
    agent.answers = [RATEABLE]
    _, answer = await mention(slack, ann, jobs, "how long?")
    await slack.click(bob, answer, value="/feedback_up")
    [notice] = await slack.wait_for(lambda: slack.ephemerals(bob, jobs))
    assert notice.text == words.NOT_YOURS
    assert ratings.counts() == []


async def test_a_rating_that_cannot_be_kept_is_told(slack, ann, agent, monkeypatch, tmp_path):
    agent.answers = [RATEABLE]
    answer = await answer_to(slack, ann, "how long?")
    (tmp_path / "taken").write_text("")
    monkeypatch.setenv("CAREERBOT_FEEDBACK_URL", f"sqlite:///{tmp_path / 'taken' / 'feedback.db'}")
    await slack.click(ann, answer, value="/feedback_up")
    await slack.wait_for(lambda: any(each.text == words.NOT_KEPT for each in slack.answers(slack.dm(ann))))


# -- the home tab ----------------------------------------------------------------------------------------------------


async def test_the_home_tab_has_topics_the_privacy_note_and_the_way_to_be_forgotten(slack, ann):
    await slack.open_home(ann)
    view = await slack.wait_for(lambda: slack.home(ann))
    shown = str(view.content)
    assert "Certification" in shown
    assert words.PRIVACY in shown
    assert words.FORGET in shown
    assert check(view.content["blocks"]) is None


async def test_a_topic_of_the_home_tab_is_answered_in_the_direct_message(slack, ann, agent):
    await slack.open_home(ann)
    view = await slack.wait_for(lambda: slack.home(ann))
    await slack.click(ann, view, action_id="duties_overview")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    assert agent.texts == ["/duties_overview"]
    assert agent.conversations == [f"slack:{slack.workspace.id}:{ann}:{slack.dm(ann)}"]


async def test_a_topic_that_the_home_tab_does_not_offer_is_refused(slack, ann, agent):
    await slack.open_home(ann)
    view = await slack.wait_for(lambda: slack.home(ann))
    next(b for b in view.content["blocks"] if b["type"] == "actions")["elements"][0]["value"] = "/restart"
    await slack.click(ann, view, value="/restart")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann)))
    assert agent.texts == [guard.refusal("command")]


async def test_who_wants_to_be_forgotten_is(slack, ann, bob, jobs, agent, ratings):
    agent.answers = [RATEABLE]
    answer = await answer_to(slack, ann, "how long?")
    await mention(slack, ann, jobs, "how long?")
    await answer_to(slack, bob, "how long?")
    await slack.click(ann, answer, value="/feedback_up")
    await slack.wait_for(lambda: ratings.counts())
    await slack.open_home(ann)
    view = await slack.wait_for(lambda: slack.home(ann))
    await slack.click(ann, view, action_id="forget")
    await slack.wait_for(lambda: words.forgotten(2) in str(slack.home(ann).content))
    assert [key.split(":")[2] for key in await agent.tracker_store.keys()] == [bob]
    assert ratings.counts() == []
    assert await answer_to(slack, ann, "how long?")


async def test_a_store_that_cannot_delete_is_told_to_who_asked(slack, ann, agent, monkeypatch):
    await answer_to(slack, ann, "how long?")

    async def fail(sender_id):
        raise ConnectionError("no database")

    monkeypatch.setattr(agent.tracker_store, "delete", fail)
    await slack.open_home(ann)
    view = await slack.wait_for(lambda: slack.home(ann))
    await slack.click(ann, view, action_id="forget")
    await slack.wait_for(lambda: words.FORGET_FAILED in str(slack.home(ann).content))


# -- what answers look like ------------------------------------------------------------------------------------------


async def test_markdown_becomes_blocks_and_the_source_a_line_of_context(slack, ann, agent):
    agent.answers = [{"text": "A median of **$45,690**.\n\nSource: [BLS](https://www.bls.gov/oes/), May 2025"}]
    answer = await answer_to(slack, ann, "how much?")
    assert [block["type"] for block in answer.blocks] == ["section", "context"]
    assert answer.blocks[0]["text"]["text"] == "A median of *$45,690*."
    assert answer.blocks[1]["elements"][0]["text"] == "Source: <https://www.bls.gov/oes/|BLS>, May 2025"


async def test_an_answer_of_several_paragraphs_is_one_message(slack, ann, agent):
    agent.answers = [{"text": "One.\n\nTwo.\n\nThree."}, {"text": "Four."}]
    await answer_to(slack, ann, "how much?")
    assert [answer.text for answer in slack.answers(slack.dm(ann))] == ["One.\n\nTwo.\n\nThree.\n\nFour."]


CHART = {"image": "/charts/pay/years/31-9092.png", "alt": "Pay rose from $30,000 to $45,690."}


async def test_a_picture_is_told_in_words_where_nobody_can_fetch_it(slack, ann, agent):
    agent.answers = [{"text": "It rose."}, CHART]
    answer = await answer_to(slack, ann, "how much?")
    assert answer.blocks[-1]["elements"][0]["text"] == "Picture: Pay rose from $30,000 to $45,690."


async def test_a_picture_is_shown_by_its_public_address_with_its_words(start, agent):
    slack = await start(public_url="https://careers.example.org/")
    agent.answers = [{"text": "It rose."}, CHART]
    answer = await answer_to(slack, slack.add_user("ann"), "how much?")
    assert answer.blocks[-1]["image_url"] == "https://careers.example.org/charts/pay/years/31-9092.png"
    assert answer.blocks[-1]["alt_text"] == CHART["alt"]


async def test_a_picture_is_uploaded_where_that_is_allowed(start, agent, facts_url, facts_at):
    facts_at(facts_url)
    slack = await start(slack={"scopes": (*FOLLOW["scopes"], "files:write")}, upload_pictures=True)
    ann = slack.add_user("ann")
    agent.answers = [{"text": "It rose."}, CHART]
    await answer_to(slack, ann, "how much?")
    await slack.wait_for(lambda: any(message.files for message in slack.messages(slack.dm(ann))))
    [asked] = slack.calls_to("files.getUploadURLExternal")
    assert asked.args["alt_txt"] == CHART["alt"]


async def test_a_picture_that_cannot_be_uploaded_is_told_in_words(start, agent, facts_url, facts_at):
    facts_at(facts_url)
    slack = await start(upload_pictures=True)  # without files:write
    ann = slack.add_user("ann")
    agent.answers = [{"text": "It rose."}, CHART]
    await answer_to(slack, ann, "how much?")
    await slack.wait_for(lambda: slack.answers(slack.dm(ann))[-1].text == f"Picture: {CHART['alt']}")


async def test_blocks_that_slack_refuses_are_sent_as_text(slack, ann, agent, caplog):
    slack.fail("chat.postMessage", refused("invalid_blocks"))
    answer = await answer_to(slack, ann, "how long?")
    assert answer.text == "It takes a year."
    assert "refused the blocks" in caplog.text


# -- failures --------------------------------------------------------------------------------------------------------


async def test_an_exception_in_rasa_is_an_apology_and_in_the_log(slack, ann, agent, caplog):
    agent.answers, agent.error = [], RuntimeError("the lamp went out")
    answer = await answer_to(slack, ann, "how long?")
    assert answer.text.startswith("I am sorry, I could not look that up just now.")
    assert "the lamp went out" in caplog.text
    agent.answers, agent.error = [{"text": "It takes a year."}], None
    assert (await answer_to(slack, ann, "how long?")).text == "It takes a year."


async def test_an_answer_of_nothing_is_an_apology(slack, ann, agent):
    agent.answers = []
    assert (await answer_to(slack, ann, "how long?")).text.startswith("I am sorry")


async def test_without_a_model_the_person_is_told(slack, ann, agent):
    agent.ready = False
    assert "no model" in (await answer_to(slack, ann, "how long?")).text


async def test_that_the_app_was_removed_is_in_the_log(slack, caplog):
    assert (await slack.event({"type": "app_uninstalled"})).acknowledged
    assert (await slack.event({"type": "tokens_revoked", "tokens": {"bot": ["U1"]}})).acknowledged
    assert caplog.text.count("nobody is answered any more") == 2


async def test_an_event_of_another_kind_is_acknowledged_and_not_answered(slack, agent):
    delivery = await slack.event({"type": "reaction_added", "user": "U1", "item": {}})
    assert delivery.status == 200
    assert heard_nothing(agent)


# -- socket mode -----------------------------------------------------------------------------------------------------


async def test_socket_mode_hears_messages_commands_and_clicks(start, agent):
    slack = await start(mode="socket")
    ann = slack.add_user("ann")
    jobs = slack.add_channel("jobs", [ann])
    agent.answers = [{"text": "Which one?", "buttons": [PAY]}]
    offer = await answer_to(slack, ann, "texas?")
    await slack.click(ann, offer, title="Pay in Texas")
    await slack.slash(ann, jobs, "/career", "how long?")
    await slack.wait_for(lambda: slack.ephemerals(ann, jobs))
    assert agent.texts == ["texas?", TEXAS, "how long?"]
    # The acknowledgement comes over the socket and the answer over HTTP: either may be read first.
    await slack.wait_for(lambda: all(delivery.acknowledged for delivery in slack.deliveries))


async def test_socket_mode_goes_on_after_slack_closes_the_socket(start, agent):
    slack = await start(mode="socket")
    ann = slack.add_user("ann")
    await answer_to(slack, ann, "first")
    await slack.sockets.disconnect()
    await answer_to(slack, ann, "second")
    assert agent.texts == ["first", "second"]
