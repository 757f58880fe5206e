import pytest

from actions.job_names import unknown_jobs
from tests.data.files import examples

MA, CNA, LPN, DENTAL, PHLEBOTOMIST = "31-9092", "31-1131", "29-2061", "31-9091", "31-9097"


@pytest.mark.parametrize(
    ("text", "named", "unknown"),
    [
        ("medical assistant compared with a zookeeper", [MA], ["zookeeper"]),
        ("ma or truck driver which pays more", [MA], ["truck driver"]),
        ("should I be a teacher or an MA?", [MA], ["teacher"]),
        ("is a zookeeper better than a medical assistant", [MA], ["zookeeper"]),
        ("MA vs. paramedic", [MA], ["paramedic"]),
        ("difference between a doctor and an ma", [MA], ["doctor"]),
        ("veterinary assistant vs dental assistant", [DENTAL], ["veterinary assistant"]),
        ("im torn between lpn and vet tech and barber", [LPN], ["vet tech", "barber"]),
        ("phlebotamist vs zookeeper", [PHLEBOTOMIST], ["zookeeper"]),
    ],
)
def test_a_job_that_the_fact_base_does_not_know_is_recognised(facts, text, named, unknown):
    assert unknown_jobs(text, named, facts) == tuple(unknown)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", []),
        ("ma or cna which is better", [MA, CNA]),
        ("phlebotamist vs ma", [PHLEBOTOMIST, MA]),  # a slip of the finger is no other job
        ("compare ma to other health jobs", [MA]),
        ("compare this job to others in a clinic", []),
        ("ma or something cheaper", [MA]),
        ("lpn or neither", [LPN]),
        ("what's the difference between an assistant and a CNA", [CNA]),
        ("my sister is a cna and says ma is easier on the body", [CNA, MA]),
    ],
)
def test_other_words_of_a_comparison_are_no_job(facts, text, named):
    assert unknown_jobs(text, named, facts) == ()


def test_no_example_of_a_comparison_is_taken_to_name_a_job_that_it_does_not_name(facts):
    found = set()
    for example in examples():
        if example.intent == "compare_roles":
            names = [str(entity["value"]) for entity in example.entities]
            named = [
                facts.find("occupation", name) or next(iter(facts.nearest("occupation", name)), MA) for name in names
            ]
            found.update(unknown_jobs(example.plain, [*named, MA], facts))
    trades = {"cook", "electrician", "hairdresser", "truck driver", "welder"}
    assert found == {"paramedic", "teacher", "vet tech", *trades}
