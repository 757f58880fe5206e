"""Reads ``facts/`` as people edit it, and finds everything that is wrong with it at once."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Set, Tuple, Type, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from careerbot.errors import FactsInvalid, FactsMissing, Problem
from careerbot.facts.names import fold
from careerbot.facts.schema import (
    Area,
    AreaPay,
    Credential,
    Figure,
    Occupation,
    OtherJobs,
    Pay,
    PlaceNames,
    Projection,
    Setting,
    SettingPay,
    Source,
    Sourced,
    State,
    StatePay,
    StateRule,
)

# Where the value of a field must be a key: the fields by which one row names another.
_REFERENCES = {
    "source": "sources.yml",
    "soc": "occupations.yml",
    "naics": "settings.yml",
    "state": "states.csv",
    "area": "areas.csv",
}

FACTS_DIR = Path(__file__).resolve().parents[2] / "facts"

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Facts:
    """All fact files, validated. Mappings keep the order of the file."""

    sources: Dict[str, Source]
    figures: Dict[str, Figure]
    occupations: Dict[str, Occupation]
    credentials: Dict[str, Credential]
    settings: Dict[str, Setting]
    states: Tuple[State, ...]
    areas: Tuple[Area, ...]
    place_names: PlaceNames
    other_jobs: OtherJobs
    state_rules: Tuple[StateRule, ...]
    pay_national: Tuple[Pay, ...]
    pay_states: Tuple[StatePay, ...]
    pay_areas: Tuple[AreaPay, ...]
    pay_settings: Tuple[SettingPay, ...]
    projections: Tuple[Projection, ...]


def fingerprint(folder: Path = FACTS_DIR) -> str:
    """The SHA-256 over names and contents of all fact files: equal for equal facts, whatever their dates."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.*")):
        if path.suffix in (".csv", ".yml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def load(folder: Path = FACTS_DIR) -> Facts:
    """Read and check every file.

    Raises:
        FactsMissing: the folder or one of its files is not there.
        FactsInvalid: one or more rows break a rule; the error lists them all.
    """
    reader = _Reader(folder)
    facts = Facts(
        sources=reader.mapping("sources.yml", Source),
        figures=reader.mapping("figures.yml", Figure),
        occupations=reader.mapping("occupations.yml", Occupation),
        credentials=reader.mapping("credentials.yml", Credential),
        settings=reader.mapping("settings.yml", Setting),
        states=reader.table("states.csv", State, key=lambda row: row.code),
        areas=reader.table("areas.csv", Area, key=lambda row: row.code),
        place_names=reader.single("place_names.yml", PlaceNames),
        other_jobs=reader.single("other_jobs.yml", OtherJobs),
        state_rules=reader.sequence("state_rules.yml", StateRule, key=lambda row: (row.state, row.topic, row.rule)),
        pay_national=reader.table("pay_national.csv", Pay, key=lambda row: (row.soc, row.year)),
        pay_states=reader.table("pay_states.csv", StatePay, key=lambda row: (row.state, row.soc, row.year)),
        pay_areas=reader.table("pay_areas.csv", AreaPay, key=lambda row: (row.area, row.soc, row.year)),
        pay_settings=reader.table("pay_settings.csv", SettingPay, key=lambda row: (row.naics, row.soc, row.year)),
        projections=reader.table("projections.csv", Projection, key=lambda row: (row.soc, row.base_year)),
    )
    reader.check_references(facts)
    if reader.problems:
        raise FactsInvalid(reader.problems)
    return facts


@dataclass
class _Reader:
    """Reads files one by one and remembers every problem instead of stopping at the first.

    ``keys`` holds the keys of wrong rows too, and ``unreadable`` the files that are wrong as a whole: one mistake is
    reported once, not again by each row that refers to it.
    """

    folder: Path
    problems: List[Problem] = field(default_factory=list)
    rows: List[Tuple[str, str, BaseModel]] = field(default_factory=list)
    keys: Dict[str, Set[str]] = field(default_factory=lambda: defaultdict(set))
    unreadable: Set[str] = field(default_factory=set)

    def mapping(self, file: str, model: Type[Model]) -> Dict[str, Model]:
        """A YAML file of the form ``key: row``."""
        content = self._yaml(file)
        if not isinstance(content, dict):
            self._refuse(file, {"-": "must be a mapping of keys to rows"})
            return {}
        self.keys[file].update(str(key) for key in content)
        found = ((str(key), self._row(file, str(key), model, value)) for key, value in content.items())
        return {key: row for key, row in found if row is not None}

    def single(self, file: str, model: Type[Model]) -> Model:
        """A YAML file that is one row; when it is wrong an empty one stands in until the problems are raised."""
        content = self._yaml(file)
        row = self._row(file, "-", model, content) if file not in self.unreadable else None
        return row if row is not None else model()

    def sequence(self, file: str, model: Type[Model], key: Callable[[Model], object]) -> Tuple[Model, ...]:
        """A YAML file that is a list of rows; a row is named by its place, from 1."""
        content = self._yaml(file)
        if not isinstance(content, list):
            self._refuse(file, {"-": "must be a list of rows"})
            return ()
        numbered = ((str(place), value) for place, value in enumerate(content, start=1))
        return self._unique(file, model, numbered, key)

    def table(self, file: str, model: Type[Model], key: Callable[[Model], object]) -> Tuple[Model, ...]:
        """A CSV file with a header; a row is named by its line number. An empty cell is no value."""
        records = csv.DictReader(self._text(file).splitlines())
        header = set(records.fieldnames or ())
        wrong = {name: "unknown column" for name in sorted(header - set(model.__fields__))}
        wrong.update({name: "missing column" for name in model.__fields__ if name not in header})
        if wrong:
            self._refuse(file, wrong, row="1")
            return ()
        numbered = (
            (str(records.line_num), {name or "-": cell if cell != "" else None for name, cell in record.items()})
            for record in records
        )
        return self._unique(file, model, numbered, key)

    def check_references(self, facts: Facts) -> None:
        """Every source, occupation, place and workplace that a row names must exist."""
        known = {name: where for name, where in _REFERENCES.items() if where not in self.unreadable}
        for file, row_name, row in self.rows:
            for part in _with_parts(row):
                for name, where in known.items():
                    value = getattr(part, name, None)
                    if isinstance(value, str) and value not in self.keys[where]:
                        self._problem(file, row_name, name, f"unknown {name} '{value}', not in {where}")
        if not {"states.csv", "areas.csv"} & self.unreadable:
            for code in facts.place_names.aliases:
                if code not in self.keys["states.csv"] | self.keys["areas.csv"] | {"US"}:
                    self._problem("place_names.yml", "aliases", code, "unknown place, not in states.csv or areas.csv")
        self._check_aliases("occupations.yml", {key: row.aliases for key, row in facts.occupations.items()})
        self._check_aliases("credentials.yml", {key: row.aliases for key, row in facts.credentials.items()})
        self._check_aliases("settings.yml", {key: row.aliases for key, row in facts.settings.items()})
        self._check_aliases("place_names.yml", facts.place_names.aliases)
        self._check_aliases("other_jobs.yml", facts.other_jobs.jobs)

    def _check_aliases(self, file: str, aliases: Dict[str, List[str]]) -> None:
        """One alias must not lead to two rows: the assistant could not tell which was meant."""
        owners: Dict[str, str] = {}
        for key, names in aliases.items():
            for alias in names:
                owner = owners.setdefault(fold(alias), key)
                if owner != key:
                    self._problem(file, key, "aliases", f"'{alias}' is also an alias of {owner}")

    def _unique(
        self,
        file: str,
        model: Type[Model],
        numbered: Iterable[Tuple[str, Any]],
        key: Callable[[Model], object],
    ) -> Tuple[Model, ...]:
        rows: List[Model] = []
        seen: Counter[object] = Counter()
        for row_name, value in numbered:
            if isinstance(value, dict) and "code" in value:
                self.keys[file].add(str(value["code"]))
            row = self._row(file, row_name, model, value)
            if row is None:
                continue
            seen[key(row)] += 1
            if seen[key(row)] == 2:
                self._problem(file, row_name, "-", f"a second row for {key(row)}")
            rows.append(row)
        return tuple(rows)

    def _row(self, file: str, row_name: str, model: Type[Model], value: Any) -> Model | None:
        if not isinstance(value, dict):
            self._problem(file, row_name, "-", "must be a mapping of field names to values")
            return None
        try:
            row = model(**{str(name): cell for name, cell in value.items()})
        except ValidationError as error:
            for detail in error.errors():
                place = ".".join(str(part) for part in detail["loc"] if part != "__root__")
                self._problem(file, row_name, place or "-", detail["msg"])
            return None
        self.rows.append((file, row_name, row))
        return row

    def _yaml(self, file: str) -> Any:
        try:
            return YAML(typ="safe").load(self._text(file))
        except YAMLError as error:
            self._refuse(file, {"-": "not readable as YAML: " + " ".join(str(error).split())})
            return None

    def _text(self, file: str) -> str:
        try:
            return (self.folder / file).read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise FactsMissing(f"facts/{file} is missing; restore it with: git checkout facts") from error
        except UnicodeDecodeError as error:
            self._refuse(file, {"-": f"not readable as UTF-8 text: {error.reason} at byte {error.start}"})
            return ""

    def _refuse(self, file: str, reasons: Dict[str, str], row: str = "-") -> None:
        """A file is wrong as a whole; ``reasons`` by field. What a refused file lacks besides is not told."""
        if file not in self.unreadable:
            self.unreadable.add(file)
            for name, reason in reasons.items():
                self._problem(file, row, name, reason)

    def _problem(self, file: str, row: str, name: str, reason: str) -> None:
        self.problems.append(Problem(file, row, name, reason))


def _with_parts(row: BaseModel) -> Iterator[BaseModel]:
    """The row itself and every sourced block inside it."""
    yield row
    for value in row.__dict__.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Sourced):
                yield part
