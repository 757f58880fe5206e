import asyncio
import json
import threading
from dataclasses import dataclass

import aiohttp
import pytest
from ruamel.yaml import YAML

from careerbot.channels import pictures
from careerbot.channels.pictures import MOST_WAITING, PicturesChannel
from careerbot.channels.rest import RestChannel
from careerbot.charts.render import render
from tests.data.files import ROOT

PATH = "/charts/pay/place/31-9092/TX.png"


@dataclass
class Answer:
    status: int
    content_type: str
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


@pytest.fixture(autouse=True)
def _configured(facts_at, facts_url):
    facts_at(facts_url)


@pytest.fixture
async def app(serve):
    return await serve(PicturesChannel, RestChannel)


@pytest.fixture
async def fetch(app):
    """Asks for a path as it is, by GET unless told."""
    async with aiohttp.ClientSession() as session:

        async def send(path, method="GET", **headers):
            url = aiohttp.client.URL(f"{app.ctx.url}{path}", encoded=True)
            async with session.request(method, url, headers=headers) as answer:
                return Answer(answer.status, answer.content_type, answer.headers, await answer.read())

        yield send


@pytest.fixture
def brush(monkeypatch):
    """Pictures that are not finished before they may be."""

    class Brush:
        def __init__(self):
            self.may_finish, self.at_once, self.most_at_once = threading.Event(), 0, 0

        def render(self, path):
            self.at_once += 1
            self.most_at_once = max(self.at_once, self.most_at_once)
            assert self.may_finish.wait(20)
            self.at_once -= 1
            return pictures.Png(b"picture", "tag")

    brush = Brush()
    monkeypatch.setattr(pictures, "render", brush.render)
    yield brush
    brush.may_finish.set()


def test_the_channel_is_switched_on():
    credentials = YAML(typ="safe").load(ROOT / "credentials.yml")
    assert f"{PicturesChannel.__module__}.{PicturesChannel.__name__}" in credentials


@pytest.mark.parametrize(
    "path",
    [
        "/charts/pay/roles/31-9092+31-9091.png",
        "/charts/pay/roles/31-9092+31-9091/TX/2025.png",
        PATH,
        "/charts/pay/years/31-9092.png",
        "/charts/growth/31-9092+31-1131.png",
    ],
)
async def test_each_kind_of_picture_is_served_at_its_address(fetch, path):
    answer = await fetch(path)
    assert (answer.status, answer.content_type) == (200, "image/png")
    assert answer.body == render(path).data


async def test_an_address_may_be_escaped(fetch):
    answer = await fetch("/charts/pay/roles/31-9092%2B31-9091.png")
    assert answer.body == render("/charts/pay/roles/31-9092+31-9091.png").data


async def test_who_has_the_picture_is_not_sent_it_again(fetch):
    first = await fetch(PATH)
    etag = first.headers["ETag"]
    assert etag == f'"{render(PATH).etag}"'
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = await fetch(PATH, **{"If-None-Match": known})
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["ETag"] == etag
        assert answer.headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize("known", ["", '"other"', "nonsense"])
async def test_who_has_another_picture_is_sent_this_one(fetch, known):
    answer = await fetch(PATH, **{"If-None-Match": known})
    assert (answer.status, answer.body) == (200, render(PATH).data)


# -- refused ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("/charts", 404, "there is no picture at this address"),
        ("/charts/", 404, "there is no picture at this address"),
        ("/charts/pay.png", 404, "there is no picture at this address"),
        ("/charts/../credentials.yml", 404, "there is no picture at this address"),
        ("/charts/%2e%2e/%2e%2e/etc/passwd", 404, "there is no picture at this address"),
        ("/charts/%ff%00", 404, "there is no picture at this address"),
        ("/charts/growth/31-9092+99-9999.png", 404, "the fact base has no occupation 99-9999"),
        ("/charts/pay/place/31-9092/XX.png", 404, "the fact base has no place XX"),
        (
            "/charts/pay/place/31-9092/TX/1999.png",
            404,
            "the fact base has no pay of medical assistants in Texas for 1999",
        ),
        ("/charts/growth/31-9092.png", 400, "write 2 to 8 different occupation codes"),
        ("/charts/pay/years/medical.png", 400, "write one occupation code, for example /charts/pay/years/31-9092.png"),
        ("/charts/pay/roles/" + "31-9092+" * 400 + ".png", 400, "write 2 to 8 different occupation codes"),
    ],
)
async def test_a_bad_address_is_told_why(fetch, path, status, reason):
    answer = await fetch(path)
    assert (answer.status, answer.content_type) == (status, "application/json")
    assert answer.json["error"].startswith(reason)
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", [PATH, "/charts", "/charts/nothing.png"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_a_picture_can_only_be_read(fetch, method, path):
    answer = await fetch(path, method)
    assert (answer.status, answer.json) == (405, {"error": "a picture can only be read"})
    assert answer.headers["Allow"] == "GET, HEAD"


async def test_who_asks_for_the_head_gets_the_head(fetch):
    whole, head = await fetch(PATH), await fetch(PATH, "HEAD")
    assert (head.status, head.content_type, head.body) == (200, "image/png", b"")
    for name in ("Content-Length", "ETag", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]
    assert (await fetch("/charts/growth/31-9092.png", "HEAD")).status == 400


async def test_pages_of_other_sites_may_show_a_picture(fetch):
    headers = (await fetch(PATH, Origin="https://careers.example.org")).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


async def test_a_failure_is_told_without_its_cause_which_is_in_the_log(fetch, monkeypatch, caplog):
    def fail(path):
        raise RuntimeError("the pencil broke")

    monkeypatch.setattr(pictures, "render", fail)
    answer = await fetch(PATH)
    assert (answer.status, answer.json) == (500, {"error": "the picture could not be drawn just now"})
    assert "the pencil broke" in caplog.text
    assert PATH in caplog.text


async def test_without_a_fact_base_the_failure_is_told(fetch, facts_at, caplog):
    facts_at("sqlite:////nowhere/at/all/facts.db")
    answer = await fetch(PATH)
    assert (answer.status, answer.json) == (500, {"error": "the picture could not be drawn just now"})
    assert "make facts" in caplog.text


# -- beside the conversations ----------------------------------------------------------------------------------------


async def test_while_a_picture_is_drawn_others_are_answered(fetch, brush):
    picture = asyncio.create_task(fetch(PATH))
    while not brush.at_once:
        await asyncio.sleep(0)
    assert (await fetch("/webhooks/rest/")).status == 200
    assert not picture.done()
    brush.may_finish.set()
    assert (await picture).body == b"picture"


async def test_one_picture_is_drawn_at_a_time_and_too_many_are_turned_away(fetch, brush):
    waiting = [asyncio.create_task(fetch(PATH)) for _ in range(MOST_WAITING + 3)]
    refused, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    while len(refused) < 3:
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        refused |= done
    for answer in [task.result() for task in refused]:
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
        assert answer.json == {"error": "too many pictures are asked for just now"}
    brush.may_finish.set()
    answers = await asyncio.gather(*waiting)
    assert [answer.status for answer in answers] == [200] * MOST_WAITING
    assert brush.most_at_once == 1
    assert (await fetch(PATH)).status == 200
