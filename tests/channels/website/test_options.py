import pytest

from careerbot.channels.website.options import Options
from careerbot.errors import SetupError


@pytest.mark.parametrize("credentials", [None, {}, {"origins": None}])
def test_without_settings_only_our_own_page_may_ask(credentials):
    assert Options.read(credentials) == Options(origins=(), proxies=0, token_days=30)


def test_settings_are_read():
    given = {"origins": ["https://A.example", "http://localhost:8080"], "proxies": 1, "token_days": 7}
    assert Options.read(given) == Options(("https://a.example", "http://localhost:8080"), 1, 7)


def test_one_origin_needs_no_list():
    assert Options.read({"origins": "https://a.example"}).origins == ("https://a.example",)


@pytest.mark.parametrize(
    "origin", ["*", "a.example", "https://a.example/", "https://*.example", "null", "", 5, "https://a.example/page"]
)
def test_what_is_no_origin_is_named(origin):
    with pytest.raises(SetupError, match=r"credentials\.yml.*is no origin; write it as browsers do"):
        Options.read({"origins": [origin]})


@pytest.mark.parametrize("value", [-1, True, "1", 1.5, None])
@pytest.mark.parametrize("name", ["proxies", "token_days"])
def test_a_number_that_is_none_is_named(name, value):
    with pytest.raises(SetupError, match=f"{name} must be a whole number"):
        Options.read({name: value})


def test_a_token_that_ends_at_once_is_refused():
    with pytest.raises(SetupError, match="token_days must be a whole number, 1 or more"):
        Options.read({"token_days": 0})


def test_a_setting_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(SetupError, match="origin is no setting; there are origins, proxies, token_days"):
        Options.read({"origin": "https://a.example"})
