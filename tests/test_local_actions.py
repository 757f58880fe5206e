"""Custom actions in Rasa's own process answer as an action server would."""

import json

import pytest
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError

from careerbot.local_actions import LocalActions, run_in_this_process

ACTIONS = """
from rasa_sdk import Action
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection


class Says(Action):
    def name(self):
        return "action_says"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text=f"hello {tracker.sender_id}")
        return [SlotSet("said", "hello")]


class Refuses(Action):
    def name(self):
        return "action_refuses"

    def run(self, dispatcher, tracker, domain):
        raise ActionExecutionRejection("action_refuses", "not now")
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    (folder / "some_actions.py").write_text(ACTIONS)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield "some_actions"


def call(action):
    return {"next_action": action, "tracker": DialogueStateTracker("me", []).current_state()}


async def test_rasa_runs_an_action_of_the_package_without_a_server(package):
    action = RemoteAction("action_says", LocalActions(package, enable_selective_domain=True))
    nlg = TemplatedNaturalLanguageGenerator({})
    tracker = DialogueStateTracker("me", [])
    spoken, remembered = await action.run(CollectingOutputChannel(), nlg, tracker, Domain.empty())
    assert spoken.text == "hello me"
    assert remembered == SlotSet("said", "hello")


@pytest.mark.parametrize(("action", "status"), [("action_refuses", 400), ("action_unknown", 404)])
async def test_what_cannot_run_has_the_status_and_the_reason_that_a_server_gives(package, action, status):
    with pytest.raises(ClientResponseError) as raised:
        await LocalActions(package).request(json=call(action))
    assert raised.value.status == status
    assert json.loads(raised.value.text)["action_name"] == action


def test_the_options_of_the_action_endpoint_stay_in_force(package, tmp_path, monkeypatch):
    monkeypatch.setattr(AvailableEndpoints, "read_endpoints", AvailableEndpoints.read_endpoints)
    file = tmp_path / "endpoints.yml"
    file.write_text("action_endpoint:\n  url: http://localhost:1/webhook\n  enable_selective_domain: true\n")
    run_in_this_process(package)
    found = AvailableEndpoints.read_endpoints(str(file)).action
    assert isinstance(found, LocalActions)
    assert found.kwargs == {"enable_selective_domain": True}
