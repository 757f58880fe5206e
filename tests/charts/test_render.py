import shutil

import pytest

from careerbot.charts import render as module
from careerbot.charts.errors import BadAddress, NoSuchChart
from careerbot.charts.render import render
from careerbot.errors import FactsMissing
from careerbot.facts.build import build
from careerbot.facts.load import FACTS_DIR

PATH, OTHER = "/charts/pay/years/31-9092.png", "/charts/growth/31-9092+31-9091.png"


@pytest.fixture(autouse=True)
def nothing_kept(facts_at, facts_url):
    facts_at(facts_url)
    module._drawn.cache_clear()
    yield
    module._drawn.cache_clear()


@pytest.fixture
def drawn(monkeypatch):
    """The titles of what was drawn."""
    titles = []

    def draw(content, draw=module.draw):
        titles.append(content.title)
        return draw(content)

    monkeypatch.setattr(module, "draw", draw)
    return titles


@pytest.fixture
def changed_url(tmp_path):
    """A fact base that pays medical assistants one figure more, and nothing else."""
    folder = tmp_path / "facts"
    shutil.copytree(FACTS_DIR, folder)
    pay = folder / "pay_national.csv"
    text = pay.read_text(encoding="utf-8")
    assert text.count(",45690,") == 1
    pay.write_text(text.replace(",45690,", ",46690,"), encoding="utf-8")
    url = f"sqlite:///{tmp_path / 'facts.db'}"
    build(url, folder)
    return url


def test_an_address_gives_its_picture():
    assert render(PATH).data.startswith(b"\x89PNG\r\n")
    assert render(PATH).data != render(OTHER).data


def test_a_picture_is_drawn_once(drawn):
    assert render(PATH) == render(PATH)
    assert len(drawn) == 1
    render(OTHER)
    assert len(drawn) == 2


def test_another_process_gives_the_same_picture_by_the_same_tag(drawn):
    before = render(PATH)
    module._drawn.cache_clear()
    assert render(PATH) == before
    assert len(drawn) == 2


def test_when_a_fact_changes_only_the_pictures_that_show_it_are_new(facts_at, changed_url):
    before, other = render(PATH), render(OTHER)
    facts_at(changed_url)
    after = render(PATH)
    assert after.data != before.data
    assert after.etag != before.etag
    assert render(OTHER) == other


def test_a_fact_base_built_anew_under_a_running_process_is_seen(facts_at, facts_url, changed_url, tmp_path):
    place = tmp_path / "now.db"
    shutil.copy(facts_url.removeprefix("sqlite:///"), place)
    facts_at(f"sqlite:///{place}")
    before = render(PATH)
    shutil.move(changed_url.removeprefix("sqlite:///"), place)
    assert render(PATH).etag != before.etag


def test_no_more_pictures_are_kept_than_there_is_room_for():
    assert module._drawn.cache_info().maxsize == module._KEPT


def test_an_address_without_a_picture_draws_nothing(drawn):
    with pytest.raises(BadAddress):
        render("/charts/growth/31-9092.png")
    with pytest.raises(NoSuchChart):
        render("/charts/growth/31-9092+99-9999.png")
    assert drawn == []


def test_without_a_fact_base_there_is_no_picture(facts_at, drawn):
    facts_at("sqlite:////nowhere/at/all/facts.db")
    with pytest.raises(FactsMissing):
        render(PATH)
    assert drawn == []
