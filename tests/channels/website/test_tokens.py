from datetime import datetime, timedelta, timezone

import jwt
import pytest

from careerbot.channels.website.tokens import Tokens

KEY = "a key of this test that is long enough"
DAYS = timedelta(days=30)


@pytest.fixture
def tokens():
    return Tokens(KEY, DAYS)


def signed(key=KEY, algorithm="HS256", **claims):
    now = datetime.now(timezone.utc)
    whole = {"aud": "careerbot-website", "sub": "me", "iat": now, "exp": now + DAYS, **claims}
    return jwt.encode({name: value for name, value in whole.items() if value is not None}, key, algorithm)


def test_a_token_names_its_conversation_in_every_process(tokens):
    token = tokens.new()
    assert Tokens(KEY, DAYS).conversation(token.text) == token.conversation


def test_a_token_ends_after_its_lifetime(tokens):
    claims = jwt.decode(tokens.new().text, options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == DAYS.total_seconds()


def test_no_two_tokens_are_for_one_conversation_and_none_can_be_guessed(tokens):
    names = {tokens.new().conversation for _ in range(1000)}
    assert len(names) == 1000
    assert {len(name) for name in names} == {22}  # 128 bits


def test_a_token_made_by_hand_with_the_right_key_is_read(tokens):
    assert tokens.conversation(signed()) == "me"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "a.b.c",
        "\u20ac\ud83d.b.c",
        signed(key="another key that is long enough, too"),
        signed(algorithm="HS512"),
        signed(exp=datetime.now(timezone.utc) - timedelta(minutes=1)),
        signed(iat=datetime.now(timezone.utc) + timedelta(hours=1)),
        signed(aud="another"),
        signed(aud=None),
        signed(exp=None),
        signed(iat=None),
        signed(sub=None),
        jwt.encode({"aud": "careerbot-website", "sub": "me"}, None, "none"),
    ],
)
def test_what_is_no_token_of_ours_is_refused(tokens, text):
    assert tokens.conversation(text) is None


def test_a_token_with_one_character_changed_is_refused(tokens):
    text = tokens.new().text
    for place in range(0, len(text), 7):
        changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        assert tokens.conversation(changed) is None
