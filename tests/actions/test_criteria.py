import pytest

from actions import criteria
from actions.criteria import CREDENTIALS, ROLES, Wish


def asked(wish):
    return (wish.criterion, wish.reverse)


@pytest.mark.parametrize(
    ("text", "criterion", "reverse"),
    [
        ("which pays most", "pay", False),
        ("and which one pays more?", "pay", False),
        ("who makes bank", "pay", False),
        ("best money", "pay", False),
        ("higest payng", "pay", False),
        ("highest salery", "pay", False),
        ("worst paid one", "pay", True),
        ("least money", "pay", True),
        ("who gets paid the least", "pay", True),
        ("which pays most without a degree", "pay", False),
        ("which pays more for less school", "pay", False),
        ("whats the fastest growing", "growth", False),
        ("which grows quickest?", "growth", False),
        ("fastest growing and best paid", "growth", False),
        ("best outlook", "growth", False),
        ("grwoing the most", "growth", False),
        ("slowest growing", "growth", True),
        ("which is dying out", "growth", True),
        ("which of them is shrinking", "growth", True),
        ("most openings", "openings", False),
        ("fewest openings", "openings", True),
        ("most in demand", "openings", False),
        ("easiest to get hired in", "openings", False),
        ("where will i find work fastest", "openings", False),
        ("easiest one to get into", "entry", False),
        ("esiest to get in to", "entry", False),
        ("least schooling", "entry", False),
        ("shortest training", "entry", False),
        ("whats the quickest way in", "entry", False),
        ("needs the least school but pays well", "entry", False),
        ("hardest to get into", "entry", True),
        ("which takes longest", "entry", True),
        ("most school", "entry", True),
        ("which one study is more short", "entry", False),
        ("health jobs ranked from lowest to highest pay", "pay", True),
        ("by schooling, from lowest to highest", "entry", False),
        ("by schooling, from highest to lowest", "entry", True),
    ],
)
def test_words_tell_by_what_jobs_are_ranked_and_from_which_end(text, criterion, reverse):
    assert asked(criteria.role_wish(text)) == (criterion, reverse)


@pytest.mark.parametrize("text", ["", "which one", "so which is best", "longest hours", "which is most fun", "?!"])
def test_words_that_name_nothing_that_is_known_of_jobs_are_no_criterion(text):
    assert criteria.role_wish(text) == Wish()


@pytest.mark.parametrize(
    ("text", "criterion", "reverse"),
    [
        ("cheapest", "fee", False),
        ("cheepest one", "fee", False),
        ("which one costs less", "fee", False),
        ("lowest exam fee", "fee", False),
        ("which can i afford", "fee", False),
        ("most expensive", "fee", True),
        ("priciest", "fee", True),
        ("easiest exam to pass", "pass_rate", False),
        ("which is easier", "pass_rate", False),
        ("highest pass rate", "pass_rate", False),
        ("lowest pass rate", "pass_rate", True),
        ("hardest test", "pass_rate", True),
        ("which do people fail the most", "pass_rate", True),
        ("easiest to get into", "entry", False),
        ("easiest to qualify for", "entry", False),
        ("which takes work experience", "entry", False),
        ("one i can do without going to school", "entry", False),
        ("fastest one to get", "entry", False),
        ("which has the strictest requirements", "entry", True),
        ("shortest exam", "minutes", False),
        ("which is over quickest", "minutes", False),
        ("longest exam", "minutes", True),
        ("fewest questions", "questions", False),
        ("most questions", "questions", True),
        ("longest valid", "validity", False),
        ("which lasts longest", "validity", False),
        ("renewed least often", "validity", False),
        ("longest before i have to renew", "validity", False),
        ("which expires soonest", "validity", True),
        ("least continuing ed", "upkeep", False),
        ("easiest to keep", "upkeep", False),
        ("most ceus", "upkeep", True),
    ],
)
def test_words_tell_by_what_certifications_are_ranked_and_from_which_end(text, criterion, reverse):
    assert asked(criteria.credential_wish(text)) == (criterion, reverse)


@pytest.mark.parametrize("text", ["", "which one", "which is best", "most respected", "what about those"])
def test_words_that_name_nothing_that_is_known_of_certifications_are_no_criterion(text):
    assert criteria.credential_wish(text) == Wish()


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("which pays more, cna or ma", True),
        ("cna or ma pay", False),  # pay is named, but nothing says that it is all
        ("which pays more and grows faster", False),
        ("is cna easier than ma", False),  # easier work?
        ("is cna training shorter than ma", True),
        ("which is faster, lpn or ma", True),
        ("cna, ma and lpn from lowest to highest", True),
    ],
)
def test_a_wish_is_the_only_one_if_nothing_else_is_asked_and_it_leaves_no_doubt(text, only):
    assert criteria.role_wish(text).only is only


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("top three states", 3),
        ("five lowest paying states", 5),
        ("the 3 best paying cities", 3),
        ("top 10 cities", 10),
        ("name ten states", 10),
        ("the two cheapest", 2),
        ("top 500", 10),
        ("top 0", 1),
        ("which state", None),
        ("in the last 5 years", None),
        ("highest in 2021", None),
        ("best 2025 states", None),
    ],
)
def test_the_number_asked_for_is_read(text, number):
    assert criteria.how_many(text) == number


@pytest.mark.parametrize(
    ("text", "lowest"),
    [
        ("lowest paying state", True),
        ("worst places for pay", True),
        ("which state is the stingiest", True),
        ("bottom five", True),
        ("lowst paying", True),
        ("best paying state", False),
        ("lowkey which state pays", False),
        ("well, which pays least", True),
        ("where is pay highest and where lowest", False),
        ("which state", False),
    ],
)
def test_the_lower_end_is_recognised(text, lowest):
    assert criteria.wants_lowest(text) is lowest


@pytest.mark.parametrize(
    ("text", "schooling"),
    [
        ("pays best without a degree", "certificate"),
        ("no college degree needed", "certificate"),
        ("with just a certificate", "certificate"),
        ("without a bachelor's", "associate degree"),
        ("with an associate degree", "associate degree"),
        ("with a two-year degree", "associate degree"),
        ("without any school", "high school"),
        ("i only have a high school diploma", None),
        ("only high school", "high school"),
        ("what job is better paid but short study", "certificate"),
        ("good money, not too much school", "certificate"),
        ("shortest training", None),
        ("which pays best", None),
    ],
)
def test_the_most_schooling_a_person_is_ready_for_is_read(text, schooling):
    assert criteria.most_schooling(text) == schooling


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("cheapest phlebotomy cert", "phlebotomy"),
        ("easiest coding exam", "billing and coding"),
        ("front desk certification", "office work"),
        ("cheapest for eye clinics", "eye care"),
        ("cheapest ma cert", None),
    ],
)
def test_the_field_of_a_certification_is_read(text, field):
    assert criteria.field_of_work(text) == field


def test_only_slips_in_deciding_words_are_mended():
    assert criteria.plain("Cheepest and Lowst") == "cheapest and lowest"
    assert criteria.plain("learning on the coast, sport, gross") == "learning on the coast, sport, gross"


@pytest.mark.parametrize("table", [ROLES, CREDENTIALS])
def test_every_word_for_an_end_stands_on_one_side_only(table):
    for key, words in table.items():
        both = {*words.good.split("|")} & {*words.other.split("|")}
        assert not both, (key, both)


@pytest.mark.parametrize(
    ("text", "criterion", "reverse"),
    [
        ("from lowest to highest", "pay", True),
        ("from lowest to highest", "fee", False),
        ("from highest to lowest", "pay", False),
        ("from highest to lowest", "fee", True),
    ],
)
def test_an_order_without_a_criterion_begins_with_the_figure_it_names_first(text, criterion, reverse):
    assert asked(criteria.role_wish(text).by(criterion)) == (criterion, reverse)
