"""Domain, data and configuration fit together: Rasa reads them and has nothing to complain about. No training."""

import logging
import re
import warnings

import structlog
from rasa.shared.core.training_data.structures import RuleStep
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.utils.common import EXPECTED_WARNINGS

from tests.data.files import ROOT, catalog, examples, report, rules

# What Rasa says of every domain (its own list), and what its old dependencies say of themselves.
NOT_OURS = [
    *EXPECTED_WARNINGS,
    (DeprecationWarning, ""),
    (PendingDeprecationWarning, ""),
    (UserWarning, "pkg_resources is deprecated"),
]


def _is_ours(warning):
    return not any(
        issubclass(warning.category, category) and re.match(message, str(warning.message))
        for category, message in NOT_OURS
    )


def test_rasa_loads_domain_data_and_config_without_one_warning(caplog):
    with (
        caplog.at_level(logging.WARNING),
        structlog.testing.capture_logs() as events,
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        importer = TrainingDataImporter.load_from_config(
            str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
        )
        config, domain = importer.get_config(), importer.get_domain()
        nlu_data, stories = importer.get_nlu_data(), importer.get_stories()

    report(
        [
            *(f"rasa: {item.message}" for item in warned if _is_ours(item)),
            *(f"rasa: {record.getMessage()}" for record in caplog.records),
            *(f"rasa: {event['event']}" for event in events if event["log_level"] in ("warning", "error", "critical")),
        ]
    )
    # What was read is all there is, so the silence above is not that of empty files.
    assert config["pipeline"]
    assert config["policies"]
    assert {entry.intent for entry in catalog()} <= set(domain.intents)
    assert len(nlu_data.intent_examples) >= len(examples())
    assert sum(isinstance(step, RuleStep) for step in stories.story_steps) == len(rules())
