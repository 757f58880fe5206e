from tests.channels.slack.conftest import answer_to


async def test_a_direct_message_is_answered(slack, ann, agent):
    answer = await answer_to(slack, ann, "how long does it take?")
    assert answer.text == "It takes a year."
    assert agent.texts == ["how long does it take?"]
    assert agent.conversations == [f"slack:{slack.workspace.id}:{ann}:{slack.dm(ann)}"]
