import inspect
import logging

import pytest
from rasa.engine.training.hooks import LoggingHook
from ruamel.yaml import YAML

from benchmarks import nlu
from benchmarks.nlu import RASA_INIT, Plan, first_of_each_intent, rows, write_config
from benchmarks.pipeline import TrainingTimes, shares
from tests.data.files import ROOT, examples
from tests.tools.understanding import LEAST, MOST, Answer

SHARES = [*LEAST, *MOST, "several answered rightly"]
MEASURED = {
    **dict.fromkeys(SHARES, 50.0),
    **dict.fromkeys(["training", "classifier", "model", "p50", "p95", "memory"], 1.0),
}


def read(file):
    return YAML(typ="safe").load(file)


def test_the_table_has_every_score_and_every_cost():
    found = rows(MEASURED, MEASURED)
    assert {row.key.replace("_", " ") for row in found} == set(MEASURED)
    assert len(found) == len(MEASURED)


def test_more_is_better_exactly_where_the_thresholds_say_at_least():
    better = {row.key.replace("_", " "): row.better for row in rows(MEASURED, MEASURED)}
    assert {name for name, which in better.items() if which == "larger"} == {*LEAST, "several answered rightly"}


def _says(times, component):
    """What Rasa's hook writes into the log when a component is trained, with other lines between."""
    log = logging.getLogger("test")
    for said in ("Starting to train", "Finished training"):
        times.emit(log.makeRecord("test", logging.INFO, "", 0, f"{said} component '{component}'.", (), None))
        times.emit(log.makeRecord("test", logging.INFO, "", 0, "something else", (), None))


def test_the_training_of_the_classifiers_is_timed_by_what_rasas_log_says(monkeypatch):
    clock = iter((100.0, 100.0, 107.0, 107.0, 110.0, 110.0, 150.0, 150.0, 200.0, 200.0, 203.0, 203.0))
    monkeypatch.setattr("logging.time.time", lambda: next(clock))
    times = TrainingTimes()
    for component in ("FirstLook", "LexicalFeaturizer", "SemanticClassifier"):
        _says(times, component)
    assert times.seconds == {"FirstLook": 7.0, "LexicalFeaturizer": 40.0, "SemanticClassifier": 3.0}
    assert times.of_classifiers() == 10.0


def test_a_log_that_names_no_classifier_is_an_error():
    with pytest.raises(ValueError, match="no classifier"):
        TrainingTimes().of_classifiers()


def test_the_words_of_rasas_log_are_the_expected_ones():
    source = inspect.getsource(LoggingHook)
    assert "Starting to train component '" in source
    assert "Finished training component '" in source


def test_messages_with_several_questions_count_apart_from_the_others():
    asked = [
        ("salary_median", "salary_median"),
        ("salary_median", "salary_settings"),
        ("salary_median", "nlu_fallback"),
        ("salary_median", "salary_median"),
        ("out_of_scope", "nlu_fallback"),
        ("salary_median+duties_overview", "salary_median+duties_overview"),
        ("salary_median+duties_overview", "salary_median"),
        ("salary_median+duties_overview", "nlu_fallback"),
        ("salary_median+duties_overview", "duties_overview+salary_median"),
    ]
    answers = [Answer("a question", "plain", intent, predicted, predicted, 0.5) for intent, predicted in asked]
    assert shares(answers) == {
        "answered rightly": 50.0,
        "in scope turned away": 25.0,
        "out of scope turned away": 100.0,
        "several answered rightly": 25.0,
    }


def test_a_copied_configuration_is_the_same(tmp_path):
    write_config(ROOT / "config.yml", tmp_path / "config.yml")
    assert read(tmp_path / "config.yml") == read(ROOT / "config.yml")


def test_a_quick_configuration_differs_in_its_epochs_only(tmp_path):
    write_config(RASA_INIT, tmp_path / "config.yml", epochs=2)
    quick, usual = read(tmp_path / "config.yml"), read(RASA_INIT)
    assert [step["epochs"] for step in quick["pipeline"] if "epochs" in step] == [2, 2]
    for step in [*quick["pipeline"], *usual["pipeline"]]:
        step.pop("epochs", None)
    assert quick == usual


def test_a_quick_run_takes_the_first_examples_of_every_intent(tmp_path):
    written = {"one": ["a [b](place)", "c", "d"], "two": ["e"]}
    blocks = [{"intent": intent, "examples": "".join(f"- {text}\n" for text in written[intent])} for intent in written]
    YAML().dump({"version": "3.1", "nlu": blocks}, tmp_path / "all.yml")
    first_of_each_intent(tmp_path / "all.yml", 2, tmp_path / "few.yml")
    assert [(one.intent, one.text) for one in examples(str(tmp_path / "few.yml"))] == [
        ("one", "a [b](place)"),
        ("one", "c"),
        ("two", "e"),
    ]


def test_a_quick_run_says_in_table_and_json_that_it_is_no_measurement(monkeypatch, capsys):
    monkeypatch.setattr(nlu, "measured", lambda *_: MEASURED)
    monkeypatch.setattr("sys.argv", ["nlu", "--quick"])
    assert nlu.main() == 0
    said = capsys.readouterr().out
    assert "NOT A MEASUREMENT" in said
    assert '"measurement": false' in said.splitlines()[-1]


def test_a_failed_process_is_exit_code_1_with_its_reason(tmp_path, monkeypatch, capsys):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho 'there is no such component' >&2\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(python))
    monkeypatch.setattr("sys.argv", ["nlu"])
    assert nlu.main() == 1
    assert "benchmarks.pipeline train config.yml nlu.yml model.tar.gz failed:\nthere is no such component" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("option", "plan", "words"),
    [("--epochs", Plan(epochs=5), "FOR 5 EPOCHS ONLY"), ("--examples", Plan(examples=5), "THE FIRST 5 EXAMPLES")],
)
def test_a_smaller_run_says_so_and_trains_both_alike(monkeypatch, capsys, option, plan, words):
    trained = []
    monkeypatch.setattr(nlu, "measured", lambda *arguments: trained.append(arguments[3]) or MEASURED)
    monkeypatch.setattr("sys.argv", ["nlu", option, "5"])
    assert nlu.main() == 0
    said = capsys.readouterr().out
    assert trained == [plan, plan]
    assert words in said
    assert f'"{option[2:]}": 5' in said.splitlines()[-1]


def test_a_whole_run_says_nothing_of_the_kind(monkeypatch, capsys):
    monkeypatch.setattr(nlu, "measured", lambda *_: MEASURED)
    monkeypatch.setattr("sys.argv", ["nlu"])
    assert nlu.main() == 0
    assert "ONLY" not in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--epochs", "--examples"])
def test_none_of_something_is_refused(monkeypatch, capsys, option):
    monkeypatch.setattr("sys.argv", ["nlu", option, "0"])
    with pytest.raises(SystemExit):
        nlu.main()
    assert f"{option} must be 1 or more" in capsys.readouterr().err
