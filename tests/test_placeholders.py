from __future__ import annotations

import pytest

from careerbot.placeholders import fill, filled, placeholders


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("no braces", []),
        ("{one} and {two}", ["one", "two"]),
        ("{two}, {one}, {two}", ["two", "one"]),
        ("{pay.licensed practical nurse} {source}", ["pay.licensed practical nurse", "source"]),
        ("{} {\n}", []),
        ("{open {inner} close}", ["inner"]),
    ],
)
def test_placeholders_are_the_names_in_braces_each_once_in_order(text, names):
    assert placeholders(text) == names


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("certificate_duration", "9 to 12 months"),
        ("associate_duration", "2 years"),
        ("workforce_pell_start", "July 1, 2026"),
        ("study_load", "36 hours a week"),
        ("pay.medical assistant", "$45,690"),
        ("pay.MA", "$45,690"),
        ("pay.licensed practical nurse", "$64,400"),
        ("pay_year.medical assistant", "2025"),
        ("low_pay.medical assistant", "$36,050"),
        ("entry_pay.medical assistant", "$38,470"),
        ("high_pay.medical assistant", "$49,180"),
        ("top_pay.medical assistant", "$59,310"),
        ("hourly_pay.medical assistant", "$21.97"),
        ("jobs.medical assistant", "817,870"),
        ("setting_pay.hospitals", "$46,910"),
        ("growth.medical assistant", "12.5%"),
        ("growth.medical transcriptionist", "-4.9%"),
        ("growth_years.medical assistant", "2024 to 2034"),
        ("openings.medical assistant", "112,300"),
        ("pay.physician assistant", "$133,260"),
        ("pay_year.physician assistant", "2024"),
    ],
)
def test_each_placeholder_reads_the_published_figure(facts, name, value):
    assert fill(f"It is {{{name}}}.", facts) == {name: value}


@pytest.mark.parametrize(
    "name",
    [
        "no_such_figure",
        "pay.astronaut",
        "growth.astronaut",
        "setting_pay.moon base",
        "weight.medical assistant",
        "hourly_pay.physician assistant",  # known by its yearly median only
        "openings.physician assistant",
        "pay.",
    ],
)
def test_a_placeholder_without_a_value_is_a_key_error_that_names_it(facts, name):
    with pytest.raises(KeyError) as caught:
        fill(f"It is {{{name}}}.", facts)
    assert name in str(caught.value)


def test_the_source_line_is_filled_from_the_sources_of_everything_else(facts):
    values = fill("{certificate_duration}, {pay.medical assistant}, {source}", facts)
    assert values["source"] == (
        "Sources: Medical Assistant Careers: Steps to Training and Certification, the article behind this assistant, "
        "2022; [Occupational Employment and Wage Statistics, U.S. Bureau of Labor Statistics]"
        "(https://www.bls.gov/oes/), May 2025"
    )


def test_two_figures_of_one_source_cite_it_once(facts):
    values = fill("{source} {pay.medical assistant} {top_pay.medical assistant}", facts)
    assert values["source"].startswith("Source: ") and values["source"].count("https://") == 1


def test_a_text_without_the_source_placeholder_gets_none(facts):
    assert "source" not in fill("{certificate_duration}", facts)


def test_a_filled_text_comes_with_the_facts_that_stand_in_it(facts):
    text, rows = filled("a degree takes {associate_duration}, a certificate {certificate_duration}", facts)
    assert text == "a degree takes 2 years, a certificate 9 to 12 months"
    assert rows == [facts.figure("associate_duration"), facts.figure("certificate_duration")]


def test_a_text_without_placeholders_stays_as_it_is_and_rests_on_no_fact(facts):
    assert filled("[ ] Ask the school.", facts) == ("[ ] Ask the school.", [])
