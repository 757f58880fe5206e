import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerbot.charts.address import FEWEST, MOST, GrowthOfRoles, PayOfPlaces, PayOfRoles, PayOverYears, parse
from careerbot.charts.errors import BadAddress, NoSuchChart
from careerbot.facts.queries import NATION

SOC = st.from_regex(r"[0-9]{2}-[0-9]{4}", fullmatch=True)
PLACE = st.from_regex(r"[A-Z]{2}|[0-9]{7}", fullmatch=True).filter(lambda code: code != NATION)
YEAR = st.none() | st.integers(0, 9999)


def several(codes, fewest=FEWEST, most=MOST):
    return st.lists(codes, min_size=fewest, max_size=most, unique=True).map(tuple)


SPECS = st.one_of(
    st.builds(PayOfRoles, several(SOC), st.just(NATION) | PLACE, YEAR),
    st.builds(PayOfPlaces, SOC, several(PLACE, FEWEST - 1, MOST - 1), YEAR),
    st.builds(PayOverYears, SOC),
    st.builds(GrowthOfRoles, several(SOC)),
)


@given(SPECS)
def test_an_address_is_read_as_what_it_was_made_from(spec):
    assert parse(spec.path) == spec


@pytest.mark.parametrize(
    ("spec", "path"),
    [
        (PayOfRoles(("31-9092", "31-9091")), "/charts/pay/roles/31-9092+31-9091.png"),
        (PayOfRoles(("31-9092", "31-9091"), "TX", 2025), "/charts/pay/roles/31-9092+31-9091/TX/2025.png"),
        (PayOfRoles(("31-9092", "31-9091"), year=2021), "/charts/pay/roles/31-9092+31-9091/2021.png"),
        (PayOfPlaces("31-9092", ("TX", "0010180")), "/charts/pay/place/31-9092/TX+0010180.png"),
        (PayOfPlaces("31-9092", ("TX",), 2025), "/charts/pay/place/31-9092/TX/2025.png"),
        (PayOverYears("31-9092"), "/charts/pay/years/31-9092.png"),
        (GrowthOfRoles(("31-9092", "31-1131")), "/charts/growth/31-9092+31-1131.png"),
    ],
)
def test_an_address_says_what_is_drawn(spec, path):
    assert spec.path == path


SOCS = "+".join(f"31-900{number}" for number in range(MOST + 1))
PLACES = "TX+CA+OH+AL+AK+AZ+AR+CO"


@pytest.mark.parametrize(
    "path",
    [
        "/charts/pay/roles/31-9092.png",
        f"/charts/pay/roles/{SOCS}.png",
        "/charts/pay/roles/31-9092+31-9092.png",
        "/charts/pay/roles/31-9092+.png",
        "/charts/pay/roles/31-9092 31-9091.png",
        "/charts/pay/roles/31-9092+31-9091",
        "/charts/pay/roles/31-9092+31-9091.svg",
        "/charts/pay/roles/31-9092+31-9091.png/",
        "/charts/pay/roles/31-9092+31-9091.png\n",
        "/charts/pay/roles/31-9092+31-9091/texas.png",
        "/charts/pay/roles/31-9092+31-9091/US.png",
        "/charts/pay/roles/31-9092+31-9091/2025/TX.png",
        "/charts/pay/roles/31-9092+31-9091/25.png",
        "/charts/pay/roles/٣١-9092+31-9091.png",
        "/charts/pay/roles/../growth/31-9092+31-1131.png",
        "/charts/pay/place/31-9092.png",
        "/charts/pay/place/31-9092/US.png",
        "/charts/pay/place/31-9092/TX+US.png",
        "/charts/pay/place/31-9092/TX+TX.png",
        f"/charts/pay/place/31-9092/{PLACES}.png",
        "/charts/pay/years/31-9092+31-9091.png",
        "/charts/pay/years/31-9092/2025.png",
        "/charts/pay/years/.png",
        "/charts/growth/31-9092.png",
        f"/charts/growth/{SOCS}.png",
        "/charts/growth/31-9092+31-1131/TX.png",
    ],
)
def test_a_bad_address_of_a_known_picture_is_told_with_a_good_one(path):
    with pytest.raises(BadAddress, match=r"^write .+, for example /charts/\S+\.png$") as caught:
        parse(path)
    example = str(caught.value).rpartition(" ")[2]
    assert parse(example).path == example
    assert example.rpartition("/")[0].startswith(path[: len("/charts/gro")])


@pytest.mark.parametrize(
    "path", ["", "/", "/charts", "/charts/", "/charts/pay.png", "/charts/pay/roles", "/other/x.png"]
)
def test_an_address_of_no_picture_is_told_with_every_kind_there_is(path):
    with pytest.raises(NoSuchChart) as caught:
        parse(path)
    examples = [word.rstrip(",") for word in str(caught.value).split() if word.startswith("/charts/")]
    assert {type(parse(example)) for example in examples} == {PayOfRoles, PayOfPlaces, PayOverYears, GrowthOfRoles}


@given(st.text(alphabet="/charts/pay/roles/growth/place/years/+-.png0123456789TXUS\u0663 %\n", max_size=60))
def test_no_address_raises_anything_else(text):
    for path in (text, f"/charts/pay/roles/{text}", f"/charts/pay/place/31-9092/{text}.png", f"/charts/growth/{text}"):
        with contextlib.suppress(BadAddress, NoSuchChart):
            assert parse(path).path == path
