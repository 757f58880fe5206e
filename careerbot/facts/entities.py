"""The fact base's names as ``config.yml`` gives them to the components of ``careerbot.nlu``.

A value is the name as answers write it ("Texas", "dental assistant", "CCMA"): what is understood is what is shown.
"""

from __future__ import annotations

from typing import Dict, Iterator, Tuple

from careerbot.facts.load import load
from careerbot.facts.names import spellings


def names() -> Iterator[Tuple[str, str, str]]:
    """Every (kind, spelling, value) the assistant should recognise in a message.

    Among them are jobs that the fact base has no figures of, so that they are not taken for others.
    """
    facts = load()
    shown: Dict[Tuple[str, str], str] = {("place", "US"): "US"}
    shown.update({("credential", key): key for key in facts.credentials})
    shown.update({("occupation", soc): row.name for soc, row in facts.occupations.items()})
    shown.update({("setting", naics): row.name for naics, row in facts.settings.items()})
    shown.update({("place", state.code): state.name for state in facts.states})
    shown.update({("place", area.code): area.name for area in facts.areas})
    for kind, spelling, value in spellings(facts):
        yield kind, spelling, shown[kind, value]
    for name, others in facts.other_jobs.jobs.items():
        for spelling in (name, *others):
            yield "occupation", spelling, name


def codes() -> Iterator[Tuple[str, str]]:
    """The two-letter codes that are also words ("OR", "IN"), each with its state."""
    facts = load()
    for state in facts.states:
        if state.code in facts.place_names.never_codes:
            yield state.code, state.name
