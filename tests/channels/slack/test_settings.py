import pytest

from careerbot.channels.slack.channel import SlackChannel
from careerbot.channels.slack.inbox import URL_VARIABLE, Inbox
from careerbot.channels.slack.settings import Options, Settings, read_settings
from careerbot.errors import SetupError

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "secret", "SLACK_APP_TOKEN": "xapp-1"}


def test_without_any_secret_the_channel_is_off_and_says_so_in_one_line(monkeypatch, caplog):
    for name in TOKENS:
        monkeypatch.delenv(name, raising=False)
    caplog.set_level("INFO")
    channel = SlackChannel.from_credentials(None)
    assert list(channel.blueprint(None)._future_routes) == []
    assert len([line for line in caplog.messages if "Slack is off" in line]) == 1


def test_an_inbox_that_cannot_be_written_says_where_why_and_what_to_do(monkeypatch, tmp_path):
    path = tmp_path / "inbox.db"
    Inbox(f"sqlite:///{path}").open()
    for name, value in TOKENS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv(URL_VARIABLE, f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(
        SetupError, match=rf"{path}.*readonly.*; set {URL_VARIABLE} to .* or unset every SLACK_ variable"
    ):
        SlackChannel.from_credentials(None)


def test_the_entry_may_be_empty():
    assert read_settings(None, TOKENS) == Settings(Options(), "xoxb-1", "secret", "xapp-1")


@pytest.mark.parametrize(
    ("mode", "missing"),
    [
        ("http", "SLACK_BOT_TOKEN"),
        ("http", "SLACK_SIGNING_SECRET"),
        ("socket", "SLACK_BOT_TOKEN"),
        ("socket", "SLACK_APP_TOKEN"),
    ],
)
def test_with_some_secrets_and_without_a_needed_one_it_does_not_start(mode, missing):
    environment = {name: value for name, value in TOKENS.items() if name != missing}
    with pytest.raises(SetupError, match=missing):
        read_settings({"mode": mode}, environment)


def test_socket_mode_needs_no_signing_secret_and_http_no_app_token():
    assert read_settings({"mode": "socket"}, {**TOKENS, "SLACK_SIGNING_SECRET": ""}).options.mode == "socket"
    assert read_settings({}, {**TOKENS, "SLACK_APP_TOKEN": ""}).options.mode == "http"


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ({"mode": "https"}, "mode"),
        ({"token": "xoxb-1"}, "token"),
        ({"thread_follow_ups": "yes"}, "thread_follow_ups"),
        ({"upload_pictures": 1}, "upload_pictures"),
        ({"public_url": "careers.example.org"}, "public_url"),
        ({"public_url": "http://["}, "public_url"),
        ({"api_url": 5}, "api_url"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(entry, named):
    with pytest.raises(SetupError, match=named):
        read_settings(entry, TOKENS)


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
def test_a_token_of_another_kind_is_named_and_not_shown(name):
    with pytest.raises(SetupError, match=name) as caught:
        read_settings(None, {**TOKENS, name: "xoxp-something"})
    assert "xoxp-something" not in str(caught.value)
