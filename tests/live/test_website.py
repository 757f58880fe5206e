"""The website's protocol as a client meets it: the started assistant, real answers, real stores."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import jwt
import pytest
import requests

from careerbot.channels.website.channel import MESSAGES
from careerbot.feedback import feedback_store
from careerbot.model import ROOT
from tests.live.conftest import start, stop, wait_until_ready
from tests.live.reach import events_of
from tests.tools.ports import free_port

PAY = "how much do medical assistants make"


class Visitor:
    """Somebody with a conversation of their own."""

    def __init__(self, port, token=None):
        self.root = f"http://127.0.0.1:{port}"
        self.numbers = count()
        self.token = token or self.send("POST", "session").json()["token"]

    def send(self, method, path, body=None, **headers):
        if getattr(self, "token", None):
            headers = {"Authorization": f"Bearer {self.token}", **headers}
        url = f"{self.root}/webhooks/website/{path}"
        return requests.request(method, url, json=body, headers=headers, timeout=30)

    def say(self, text, id=None):
        return self.send("POST", "messages", {"id": id or f"message-{next(self.numbers)}", "text": text})

    def ask(self, text):
        answer = self.say(text)
        assert answer.status_code == 200, answer.text
        return answer.json()["messages"]

    def click(self, button):
        return self.send("POST", "messages", {"id": f"message-{next(self.numbers)}", **button})

    def history(self):
        return self.send("GET", "messages").json()["messages"]

    @property
    def conversation(self):
        return jwt.decode(self.token, options={"verify_signature": False})["sub"]


@pytest.fixture
def visitor(assistant):
    return Visitor(assistant.port)


def code_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


# -- a conversation --------------------------------------------------------------------------------------------------


def test_a_question_is_answered_and_the_next_one_knows_it(visitor):
    [answer, *_] = visitor.ask(PAY)
    assert "$45,690" in answer["text"]
    assert answer["rateable"] is True
    assert "$39,520" in visitor.ask("and in Texas?")[0]["text"]


def test_history_is_what_was_said_with_pictures_tables_and_buttons(visitor):
    said = [*visitor.ask(PAY), *visitor.ask("compare the pay of medical assistants and phlebotomists")]
    assert [message for message in visitor.history() if message["from"] == "assistant"] == said
    assert {"buttons", "table", "image", "alt"} <= {name for message in said for name in message}
    asked = [message["text"] for message in visitor.history() if message["from"] == "person"]
    assert asked == [PAY, "compare the pay of medical assistants and phlebotomists"]
    picture = next(message["image"] for message in said if "image" in message)
    answer = requests.get(f"{visitor.root}{picture}", timeout=30)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_history_goes_on_after_start_over(visitor):
    visitor.ask(PAY)
    visitor.ask("start over")
    assert [message["text"] for message in visitor.history() if message["from"] == "person"] == [PAY, "start over"]
    assert "$39,520" not in visitor.ask("and in Texas?")[0]["text"]


def test_a_message_sent_twice_at_once_and_once_more_is_answered_once(visitor):
    id = uuid.uuid4().hex
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(lambda _: visitor.say(PAY, id), range(2))
    assert one.status_code == two.status_code == 200
    assert one.json() == two.json() == visitor.say("something else", id).json()
    assert [message["from"] for message in visitor.history()].count("person") == 1


def test_a_button_works_in_its_conversation_only_and_history_shows_its_title(visitor, assistant):
    button = visitor.ask("how much does the exam cost")[0]["buttons"][0]
    assert "exam costs" in visitor.click(button).json()["messages"][0]["text"]
    assert [message["text"] for message in visitor.history() if message["from"] == "person"][-1] == button["title"]
    assert code_of(Visitor(assistant.port).click(button)) == (400, "unknown_payload")


@pytest.mark.parametrize("text", ["/restart", "/feedback_up", '/salary_median{"place": "Texas"}', "／session_start"])
def test_a_typed_command_is_refused_in_words_and_shown_as_typed(visitor, text):
    visitor.ask(PAY)
    [answer] = visitor.ask(text)
    assert "cannot run commands" in answer["text"]
    assert "rateable" not in answer
    assert visitor.history()[-2]["text"] == text
    assert "$39,520" in visitor.ask("and in Texas?")[0]["text"]


def test_a_form_asks_without_thumbs_and_ends_with_a_result_that_can_be_rated(visitor):
    said = visitor.ask("which program fits me?")
    assert not [message for message in said if message.get("rateable")]
    while "buttons" in said[-1]:
        said = visitor.click(said[-1]["buttons"][0]).json()["messages"]
        assert not [message for message in said if message.get("rateable")]
    [result] = visitor.ask("Texas")
    assert visitor.send("POST", "feedback", {"message": result["id"], "helped": True}).status_code == 204


def test_any_answer_can_be_rated_later_with_reason_and_comment(visitor):
    [first, *_] = visitor.ask(PAY)
    visitor.ask("is it a good career")
    comment = f"too low {uuid.uuid4().hex}"
    body = {"message": first["id"], "helped": False, "reason": "wrong_facts", "comment": comment}
    assert visitor.send("POST", "feedback", body).status_code == 204
    row = next(row for row in feedback_store().not_helped(10) if row.comment == comment)
    assert (row.question, row.intent, row.reason) == (PAY, "salary_median", "wrong_facts")
    assert (row.answer, row.channel) == ("utter_salary_median", "website")


# -- whose it is -----------------------------------------------------------------------------------------------------


def test_a_forged_token_shows_and_does_nothing(visitor):
    visitor.ask(PAY)
    claims = jwt.decode(visitor.token, options={"verify_signature": False})
    for forged in (f"{visitor.token}x", jwt.encode(claims, "x" * 40, "HS256"), jwt.encode(claims, None, "none"), ""):
        for method, path in (("GET", "messages"), ("DELETE", "conversation")):
            answer = visitor.send(method, path, Authorization=f"Bearer {forged}")
            assert code_of(answer) == (401, "session_ended")
    assert visitor.history()


def test_another_persons_token_shows_only_the_other_conversation(visitor, assistant):
    other = Visitor(assistant.port)
    [answer, *_] = visitor.ask(PAY)
    assert other.history() == []
    assert code_of(other.send("POST", "feedback", {"message": answer["id"], "helped": True})) == (400, "bad_request")


def test_a_deleted_conversation_is_gone_from_the_store_and_its_token_is_refused(visitor):
    [answer, *_] = visitor.ask(PAY)
    visitor.send("POST", "feedback", {"message": answer["id"], "helped": True})
    assert events_of([visitor.conversation], ROOT)[visitor.conversation]
    assert visitor.send("DELETE", "conversation").status_code == 204
    assert events_of([visitor.conversation], ROOT)[visitor.conversation] == []
    assert feedback_store().forget(visitor.conversation) == 0
    assert code_of(visitor.say(PAY)) == (401, "session_ended")
    assert events_of([visitor.conversation], ROOT)[visitor.conversation] == []


def test_a_conversation_goes_on_after_a_restart_and_a_deleted_one_does_not(tmp_path):
    port = free_port()
    process = start(tmp_path, port)
    try:
        wait_until_ready(process, tmp_path / "assistant.log")
        assert f"http://localhost:{port}/\n" in (tmp_path / "assistant.log").read_text()
        kept, deleted = Visitor(port), Visitor(port)
        kept.ask(PAY)
        deleted.ask(PAY)
        deleted.send("DELETE", "conversation")
    finally:
        stop(process)
    process = start(tmp_path, port)
    try:
        wait_until_ready(process, tmp_path / "assistant.log")
        assert len(Visitor(port, kept.token).history()) > 1
        assert code_of(Visitor(port, deleted.token).say(PAY)) == (401, "session_ended")
    finally:
        stop(process)


# -- limits ----------------------------------------------------------------------------------------------------------


def test_who_asks_too_fast_waits(visitor):
    for _ in range(MESSAGES):
        assert visitor.say("hello").status_code == 200
    answer = visitor.say("hello")
    assert code_of(answer) == (429, "too_many_messages")
    assert 0 < int(answer.headers["Retry-After"]) <= 30


@pytest.mark.parametrize("length", [1001, 60_000, 70_000])
def test_what_is_too_long_is_refused(visitor, length):
    assert code_of(visitor.say("x" * length)) == (413, "too_large")


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "hi"}, {"id": "message-1"}, {"id": "message-1", "text": 5}, {"id": 5, "text": "hi"}, [], "hi", None],
)
def test_a_malformed_message_is_told(visitor, body):
    answer = visitor.send("POST", "messages", body, **{"Content-Type": "application/json"})
    assert code_of(answer) == (400, "bad_request")


def test_another_content_type_is_refused(visitor):
    answer = visitor.send("POST", "messages", {"id": "message-1", "text": "hi"}, **{"Content-Type": "text/plain"})
    assert code_of(answer) == (415, "not_json")


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "nothing", 404), ("PUT", "messages", 405)])
def test_wrong_addresses_and_methods_are_told_in_json(visitor, method, path, status):
    assert visitor.send(method, path).status_code == status
    assert visitor.send(method, path).json()["error"]["message"]


# -- browsers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_a_page_of_another_site_may_not_ask(visitor, method):
    answer = visitor.send(method, "session", Origin="https://evil.example")
    assert code_of(answer) == (403, "origin_not_allowed")
    told = {name: value for name, value in answer.headers.items() if name.lower().startswith("access-control-")}
    assert told == ({} if method == "OPTIONS" else {"Access-Control-Allow-Origin": "*"})


def test_our_own_page_may_ask(visitor):
    assert visitor.send("POST", "session", Origin=visitor.root).status_code == 201


def test_the_root_is_the_page_or_says_how_to_get_it_and_not_rasas_greeting(visitor):
    answer = requests.get(f"{visitor.root}/", timeout=30)
    built = (ROOT / "web" / "dist" / "page.html").exists()
    assert answer.status_code == (200 if built else 503)
    assert "Hello from Rasa" not in answer.text
    if built:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
