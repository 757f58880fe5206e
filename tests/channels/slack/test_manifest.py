"""The manifests hold what the code uses, nothing more, and are what the generator gives."""

import ast
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from careerbot.channels.slack import app
from careerbot.channels.slack.manifest import SCOPES, main, manifest
from careerbot.channels.slack.settings import Options
from careerbot.channels.slack.task import COMMAND
from careerbot.model import ROOT

FILES = {
    "http": ROOT / "deploy" / "slack" / "manifest.yml",
    "socket": ROOT / "deploy" / "slack" / "manifest.socket.yml",
}
PACKAGE = Path(app.__file__).parent

# https://docs.slack.dev/reference/methods: the scope that each method asks of a bot token; None: no scope.
SCOPE_OF_METHOD = {
    "auth_test": None,
    "chat_postMessage": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_update": "chat:write",
    "views_publish": None,
    "conversations_history": "im:history",
    "conversations_replies": "im:history",
    "files_upload_v2": "files:write",
}
# https://docs.slack.dev/reference/events
SCOPE_OF_EVENT = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
}

TEXT = {"type": "string", "minLength": 1}
FLAG = {"type": "boolean"}
URL = {"type": "string", "pattern": "^https://"}


def shape(**fields):
    """Every field is required but those whose name ends in ``_``; no other is allowed."""
    return {
        "type": "object",
        "properties": {name.rstrip("_"): value for name, value in fields.items()},
        "required": [name for name in fields if not name.endswith("_")],
        "additionalProperties": False,
    }


# The part of the published manifest schema (version 2) that is used here.
SCHEMA = shape(
    display_information=shape(name={**TEXT, "maxLength": 35}, description={**TEXT, "maxLength": 140}),
    features=shape(
        app_home=shape(home_tab_enabled=FLAG, messages_tab_enabled=FLAG, messages_tab_read_only_enabled=FLAG),
        bot_user=shape(display_name={"type": "string", "pattern": "^[A-Za-z0-9._ -]{1,80}$"}, always_online=FLAG),
        slash_commands={
            "type": "array",
            "maxItems": 50,
            "items": shape(
                command={"type": "string", "pattern": "^/[a-z0-9_-]{1,31}$"},
                description={**TEXT, "maxLength": 2000},
                usage_hint={**TEXT, "maxLength": 1000},
                should_escape=FLAG,
                url_=URL,
            ),
        },
    ),
    oauth_config=shape(scopes=shape(bot={"type": "array", "items": TEXT, "uniqueItems": True, "maxItems": 255})),
    settings=shape(
        event_subscriptions=shape(
            bot_events={"type": "array", "items": TEXT, "uniqueItems": True, "maxItems": 100}, request_url_=URL
        ),
        interactivity=shape(is_enabled=FLAG, request_url_=URL),
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
    ),
)
ALL = [
    Options(mode, thread_follow_ups=follow, upload_pictures=upload)
    for mode in ("http", "socket")
    for follow in (False, True)
    for upload in (False, True)
]


def scopes(options):
    return set(manifest(options)["oauth_config"]["scopes"]["bot"])


def events(options):
    return set(manifest(options)["settings"]["event_subscriptions"]["bot_events"])


def methods_called():
    """The methods of the Web API that the package calls, by the client's names for them."""
    called = set()
    for file in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Attribute)
                and node.value.attr == "_client"
            ):
                called.add(node.attr)
    return called - {"token"}


@pytest.mark.parametrize("mode", sorted(FILES))
def test_the_files_are_what_the_generator_prints(mode, capsys):
    main(["--mode", mode])
    printed = capsys.readouterr().out
    assert printed == FILES[mode].read_text(encoding="utf-8")
    assert YAML(typ="safe").load(printed) == manifest(Options(mode))


@pytest.mark.parametrize("options", ALL, ids=str)
def test_every_manifest_has_the_published_shape(options):
    jsonschema.validate(manifest(options), SCHEMA)


@pytest.mark.parametrize("options", ALL, ids=str)
def test_the_scopes_are_those_of_the_methods_and_events_in_use_and_no_other(options):
    used = {SCOPE_OF_EVENT[event] for event in events(options)} | {"commands"}
    used |= {SCOPE_OF_METHOD[method] for method in methods_called() if method != "files_upload_v2"}
    used |= {SCOPE_OF_METHOD["files_upload_v2"]} if options.upload_pictures else set()
    assert scopes(options) == used - {None}


def test_the_methods_of_the_list_are_those_that_the_code_calls():
    assert methods_called() == set(SCOPE_OF_METHOD)


def test_without_options_four_scopes_are_enough():
    assert scopes(Options()) == set(SCOPES)
    assert len(SCOPES) == 4


@pytest.mark.parametrize("options", ALL, ids=str)
def test_the_events_are_those_that_are_listened_to(options):
    listened = {*app.MESSAGES, app.HOME, *app.REMOVED}
    assert {event.partition(".")[0] for event in events(options)} == listened


def test_the_command_is_the_one_that_is_listened_to():
    [command] = manifest(Options())["features"]["slash_commands"]
    assert command["command"] == COMMAND


def test_socket_mode_names_no_address_and_http_the_one_that_the_channel_listens_at():
    assert "https://" not in str(manifest(Options("socket")))
    http = str(manifest(Options(), "https://school.example.org/"))
    assert http.count("https://school.example.org/webhooks/slack/events") == 3
