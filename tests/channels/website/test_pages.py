import gzip
from http.cookies import SimpleCookie

import pytest

from careerbot.channels.website import pages
from tests.channels.website.conftest import Visitor

SCRIPT = "customElements.define('career-chat', class extends HTMLElement {})"


@pytest.fixture
def built(dist):
    (dist / "careerbot.js").write_text(SCRIPT)
    (dist / "page.js").write_text("1")
    (dist / "page.css").write_text("a {}")
    (dist / "pictures").mkdir()
    (dist / "pictures" / "one.png").write_bytes(b"\x89PNG")
    (dist / "notes.md").write_text("not for browsers")
    (dist.parent / "secret.js").write_text("outside")
    (dist / "link.js").symlink_to(dist.parent / "secret.js")
    return dist


@pytest.fixture
async def get(stranger, built):
    async def fetch(path, method="GET", **headers):
        return await stranger.send(method, path, prefix="", **{"Accept_Encoding": "identity", **headers})

    return fetch


async def test_the_page_is_at_the_root_although_rasa_has_a_route_there(get):
    answer = await get("/")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"<title>Careers</title>" in answer.body


async def test_the_page_may_load_nothing_but_our_own_files_and_run_no_other_script(get):
    policy = (await get("/")).headers["Content-Security-Policy"].split("; ")
    assert policy == [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html",
    ]


@pytest.mark.parametrize("path", ["/", "/widget/careerbot.js", "/widget/nothing.js"])
async def test_every_answer_says_that_its_type_is_its_type_and_sets_no_cookie(get, path):
    answer = await get(path)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not SimpleCookie(answer.headers.get("Set-Cookie"))


async def test_the_page_asks_for_no_camera_or_the_like(get):
    assert "camera=()" in (await get("/")).headers["Permissions-Policy"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/widget/careerbot.js", "text/javascript; charset=utf-8"),
        ("/widget/page.js", "text/javascript; charset=utf-8"),
        ("/widget/page.css", "text/css; charset=utf-8"),
        ("/widget/page.html", "text/html; charset=utf-8"),
        ("/widget/pictures/one.png", "image/png"),
    ],
)
async def test_the_files_of_the_build_are_served_with_their_types(get, built, path, kind):
    answer = await get(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.body == (built / path.removeprefix("/widget/")).read_bytes()


@pytest.mark.parametrize("path", ["/widget/careerbot.js", "/widget/pictures/one.png"])
async def test_other_sites_may_embed_the_widget_and_its_pictures(get, path):
    headers = (await get(path, Origin="https://careers.example.org")).headers
    assert headers.getall("Access-Control-Allow-Origin") == ["*"]
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Cache-Control"] == "public, max-age=600"


@pytest.mark.parametrize("path", ["/", "/widget/page.js", "/widget/page.css", "/widget/page.html"])
async def test_other_sites_may_not_use_the_rest(get, path):
    headers = (await get(path, Origin="https://careers.example.org")).headers
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nothing.js",
        "pictures",
        "pictures/",
        "notes.md",
        "link.js",
        "../secret.js",
        "..%2fsecret.js",
        "%2e%2e/secret.js",
        "%2e%2e%2fsecret.js",
        "pictures/..%2f..%2fsecret.js",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "careerbot.js%00",
        "%00.js",
        "%ff.js",
        "x" * 300 + ".js",
    ],
)
async def test_nothing_else_is_served(get, path):
    answer = await get(f"/widget/{path}")
    assert answer.status == 404
    assert b"outside" not in answer.body


async def test_an_absolute_path_is_not_followed(get, built):
    assert (await get(f"/widget/{built.parent / 'secret.js'}")).status == 404
    assert (await get(f"/widget/%2f{str(built.parent / 'secret.js')[1:]}")).status == 404


@pytest.mark.parametrize("path", ["/", "/widget/careerbot.js"])
async def test_who_asks_for_the_head_gets_the_head(get, path):
    whole, head = await get(path), await get(path, "HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag"):
        assert head.headers[name] == whole.headers[name]


async def test_who_has_a_file_is_not_sent_it_again_until_it_changes(get, built):
    etag = (await get("/widget/careerbot.js")).headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        answer = await get("/widget/careerbot.js", If_None_Match=known)
        assert (answer.status, answer.body, answer.headers["ETag"]) == (304, b"", etag)
    (built / "careerbot.js").write_text(f"{SCRIPT};")
    answer = await get("/widget/careerbot.js", If_None_Match=etag)
    assert (answer.status, answer.body) == (200, f"{SCRIPT};".encode())


async def test_a_file_goes_packed_to_whoever_can_unpack_it(stranger, built, session):
    session._auto_decompress = False
    answer = await stranger.send("GET", "/careerbot.js", prefix="/widget", Accept_Encoding="br, gzip")
    plain = await stranger.send("GET", "/careerbot.js", prefix="/widget", Accept_Encoding="identity")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.body) == plain.body == SCRIPT.encode()
    assert answer.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize("path", ["/", "/widget/careerbot.js"])
async def test_without_a_build_everyone_is_told_what_to_run(get, built, path):
    (built / "page.html").unlink()
    answer = await get(path)
    assert (answer.status, answer.headers["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert answer.body.decode() == pages.NOT_BUILT


async def test_without_a_build_the_protocol_works(stranger, built):
    (built / "page.html").unlink()
    assert isinstance(await stranger.begin(), Visitor)


@pytest.mark.parametrize("path", ["/", "/widget/careerbot.js"])
async def test_a_file_can_only_be_read(get, path):
    assert (await get(path, "POST")).status == 405
