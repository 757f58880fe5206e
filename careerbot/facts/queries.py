"""Asks the fact base. Everything comes back as the models of ``schema.py``, with its source and date."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Callable, Dict, List, Literal, Mapping, Optional, Tuple, TypeVar, cast

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.exc import SQLAlchemyError

from careerbot.errors import FactsMissing
from careerbot.facts import tables
from careerbot.facts.build import engine_for, facts_url
from careerbot.facts.names import cities_of, fold
from careerbot.facts.schema import Credential, Figure, Occupation, Pay, Projection, Setting, Source, StateRule

MEDICAL_ASSISTANT = "31-9092"
NATION = "US"

Kind = Literal["credential", "occupation", "place", "setting"]

# rapidfuzz's scale is 0 to 100; below this two names are not what a person would call alike.
_ALIKE = 72

# So many different answers of each method: more than there are places, by far.
_REMEMBERED = 4096

Method = TypeVar("Method", bound=Callable[..., Any])


def _remembered(method: Method) -> Method:
    """Ask the database once for the same arguments: the things in it do not change while the process runs.

    Who asks may sort or extend the list or dictionary that is handed out; the facts in it cannot be written to.
    """
    name = f"_{method.__name__}_remembered"

    @functools.wraps(method)
    def ask(self: FactBase, *arguments: Any, **named: Any) -> Any:
        known = self.__dict__.get(name)
        if known is None:
            known = self.__dict__[name] = functools.lru_cache(_REMEMBERED)(functools.partial(method, self))
        found = known(*arguments, **named)
        return found.copy() if isinstance(found, (list, dict)) else found

    return cast(Method, ask)


@dataclass(frozen=True)
class Place:
    """The nation, a state or an area; ``state`` is the two-letter code, None for the nation."""

    code: str
    name: str
    kind: Literal["nation", "state", "area"]
    state: Optional[str]


class FactBase:
    """Read access to a built fact base. What was read once is remembered: a changed one is seen after a restart.

    Args:
        url: SQLAlchemy URL; the configured one if not given.

    Raises:
        SetupError: on opening, if this is no URL of a database.
        FactsMissing: from every method, if there is no readable fact base at the URL.
    """

    def __init__(self, url: Optional[str] = None) -> None:
        self._engine = engine_for(url or facts_url())

    def fingerprint(self) -> str:
        """What the fact base was built from: another text whenever a fact has changed."""
        return str(self._rows(sa.select(tables.build.c.fingerprint))[0]["fingerprint"])

    # -- names ---------------------------------------------------------------------------------------------------

    def find(self, kind: Kind, name: str) -> Optional[str]:
        """The value that a name stands for (a code or key), None if nobody is called that."""
        return self._names(kind).get(fold(name))

    def name(self, kind: Kind, value: str) -> str:
        """What a value is called where it is understood and shown: the name that ``find`` resolves. Or KeyError."""
        if kind == "credential":
            return value
        if kind == "occupation":
            return self.occupation(value).name
        if kind == "setting":
            return str(self._one(tables.setting, tables.setting.c.naics == value)["name"])
        return NATION if value == NATION else self.place(value).name

    def nearest(self, kind: Kind, name: str, limit: int = 3) -> List[str]:
        """Values whose names look like ``name``, best first: what may have been meant by an unknown one."""
        names = self._names(kind)
        found: List[str] = []
        scored = process.extract(fold(name), list(names), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=4 * limit)
        for match, _, _ in scored:
            if names[match] not in found:
                found.append(names[match])
        return found[:limit]

    @_remembered
    def place(self, code: str) -> Place:
        """The nation, a state or an area by its code."""
        if code == NATION:
            return Place(NATION, "the United States", "nation", None)
        state, area = tables.state, tables.area
        for row in self._rows(sa.select(state).where(state.c.code == code)):
            return Place(code, row["name"], "state", code)
        for row in self._rows(sa.select(area).where(area.c.code == code)):
            return Place(code, row["name"], "area", row["state"])
        raise KeyError(code)

    @_remembered
    def namesakes(self, name: str) -> List[Place]:
        """The city areas that have a city of this name, where there are several: "Portland" is in two."""
        area = tables.area
        rows = self._rows(sa.select(area).where(area.c.kind == "metro").order_by(area.c.name))
        same = [row for row in rows if fold(name) in {fold(city) for city in cities_of(row["name"])}]
        return [Place(row["code"], row["name"], "area", row["state"]) for row in same] if len(same) > 1 else []

    # -- sources and figures -------------------------------------------------------------------------------------

    @_remembered
    def source(self, key: str) -> Source:
        """The publication with this id."""
        return Source(**self._one(tables.source, tables.source.c.id == key, without="id"))

    @_remembered
    def figure(self, key: str) -> Figure:
        """The figure with this key. KeyError if there is none."""
        return Figure(**self._one(tables.figure, tables.figure.c.key == key, without="key"))

    # -- credentials ---------------------------------------------------------------------------------------------

    @_remembered
    def credentials(self, field: Optional[str] = None) -> Dict[str, Credential]:
        """Credentials by key, in the order of the file; of one field only if given."""
        table = tables.credential
        query = sa.select(table.c.id, table.c.content).order_by(table.c.place)
        if field is not None:
            query = query.where(table.c.field == field)
        return {row["id"]: Credential(**row["content"]) for row in self._rows(query)}

    @_remembered
    def credential(self, key: str) -> Credential:
        """The credential with this key. KeyError if there is none."""
        return Credential(**self._one(tables.credential, tables.credential.c.id == key)["content"])

    # -- occupations, pay, growth --------------------------------------------------------------------------------

    @_remembered
    def occupation(self, soc: str) -> Occupation:
        """The occupation with this SOC code. KeyError if there is none."""
        return Occupation(**self._one(tables.occupation, tables.occupation.c.soc == soc, without="soc"))

    @_remembered
    def occupations(self) -> Dict[str, Occupation]:
        """Every occupation by its SOC code, in the order of the codes."""
        table = tables.occupation
        rows = self._rows(sa.select(table).order_by(table.c.soc))
        return {row.pop("soc"): Occupation(**row) for row in rows}

    @_remembered
    def pay(self, soc: str, place: str = NATION, year: Optional[int] = None) -> Optional[Pay]:
        """Pay of an occupation in a place (a code), of ``year`` or the newest year there is; None if unknown."""
        table, extra, where = self._pay_table(place)
        query = sa.select(table).where(table.c.soc == soc, *where).order_by(table.c.year.desc())
        if year is not None:
            query = query.where(table.c.year == year)
        rows = self._rows(query.limit(1))
        return _pay(rows[0], without=extra) if rows else None

    # Not remembered: a picture of the years is drawn anew when the fact base was built anew.
    def pay_years(self, soc: str) -> List[Pay]:
        """National pay of an occupation, a row a year, oldest first."""
        table = tables.pay_national
        return [_pay(row) for row in self._rows(sa.select(table).where(table.c.soc == soc).order_by(table.c.year))]

    @_remembered
    def pay_by_place(
        self,
        soc: str,
        kind: Literal["state", "area"],
        lowest: bool = False,
        limit: Optional[int] = 5,
        least_jobs: int = 0,
        state: Optional[str] = None,
    ) -> List[Tuple[Place, Pay]]:
        """The best-paid (or lowest-paid) places by median of the newest year; states without the territories.

        Args:
            soc: the occupation.
            kind: states, or metropolitan areas.
            lowest: whether the lowest median comes first.
            limit: how many; None for all.
            least_jobs: places with fewer jobs in the occupation are left out.
            state: two-letter code; only areas that reach into this state.
        """
        table, places = (tables.pay_state, tables.state) if kind == "state" else (tables.pay_area, tables.area)
        key = table.c[kind]
        home = places.c.code if kind == "state" else places.c.state
        newest = sa.select(sa.func.max(table.c.year)).where(table.c.soc == soc).scalar_subquery()
        query = (
            sa.select(table, places.c.name, home.label("home"))
            .join(places, places.c.code == key)
            .where(table.c.soc == soc, table.c.year == newest, table.c.median.is_not(None))
            .where(places.c.kind.in_(("state", "district", "metro")))
            .order_by(table.c.median if lowest else table.c.median.desc(), places.c.name)
        )
        if least_jobs:
            query = query.where(table.c.employment >= least_jobs)
        extra = (kind, "location_quotient", "name", "home")
        found = [
            (Place(row[kind], row["name"], kind, row["home"]), _pay(row, without=extra)) for row in self._rows(query)
        ]
        # An area's name ends with its states, the first one of them is its home: "New York-Newark-Jersey City, NY-NJ".
        reached = [pair for pair in found if state is None or state in pair[0].name.rpartition(", ")[2].split("-")]
        return reached[:limit]

    @_remembered
    def pay_by_setting(self, soc: str) -> List[Tuple[Setting, Pay]]:
        """National pay of the workplaces an overview compares, most jobs first."""
        table, setting = tables.pay_setting, tables.setting
        query = (
            sa.select(table, setting.c.name, setting.c.shown)
            .join(setting, setting.c.naics == table.c.naics)
            .where(table.c.soc == soc, setting.c.shown)
            .order_by(table.c.employment.desc().nulls_last(), table.c.naics)
        )
        return [self._setting_pay(row) for row in self._rows(query)]

    @_remembered
    def setting_pay(self, soc: str, naics: str) -> Optional[Tuple[Setting, Pay]]:
        """National pay in one kind of workplace; None if unknown."""
        table, setting = tables.pay_setting, tables.setting
        query = (
            sa.select(table, setting.c.name, setting.c.shown)
            .join(setting, setting.c.naics == table.c.naics)
            .where(table.c.soc == soc, table.c.naics == naics)
            .order_by(table.c.year.desc())
        )
        rows = self._rows(query)
        return self._setting_pay(rows[0]) if rows else None

    @_remembered
    def projection(self, soc: str, base_year: Optional[int] = None) -> Optional[Projection]:
        """The jobs projection from ``base_year`` on, the newest if not given; None if unknown."""
        table = tables.projection
        query = sa.select(table).where(table.c.soc == soc).order_by(table.c.base_year.desc())
        if base_year is not None:
            query = query.where(table.c.base_year == base_year)
        rows = self._rows(query.limit(1))
        return Projection(**rows[0]) if rows else None

    # -- states --------------------------------------------------------------------------------------------------

    @_remembered
    def state_rules(self, state: Optional[str] = None, topic: Optional[str] = None) -> List[StateRule]:
        """Known rules, of one state or of one topic if given."""
        table = tables.state_rule
        query = sa.select(table).order_by(table.c.state, table.c.topic, table.c.rule)
        if state is not None:
            query = query.where(table.c.state == state)
        if topic is not None:
            query = query.where(table.c.topic == topic)
        return [StateRule(**row) for row in self._rows(query)]

    # -- inside --------------------------------------------------------------------------------------------------

    @_remembered
    def _names(self, kind: Kind) -> Mapping[str, str]:
        """What each folded name of a kind stands for, in the order of the names, which decides ties."""
        alias = tables.alias
        rows = self._rows(sa.select(alias).where(alias.c.kind == kind))
        return MappingProxyType({row["name"]: row["value"] for row in sorted(rows, key=lambda row: row["name"])})

    def _pay_table(self, place: str) -> Tuple[sa.Table, Tuple[str, ...], Tuple[Any, ...]]:
        kind = self.place(place).kind
        if kind == "state":
            return tables.pay_state, ("state", "location_quotient"), (tables.pay_state.c.state == place,)
        if kind == "area":
            return tables.pay_area, ("area", "location_quotient"), (tables.pay_area.c.area == place,)
        return tables.pay_national, (), ()

    @staticmethod
    def _setting_pay(row: Dict[str, Any]) -> Tuple[Setting, Pay]:
        return Setting(name=row["name"], shown=row["shown"]), _pay(row, without=("naics", "name", "shown"))

    def _one(self, table: sa.Table, condition: Any, without: Optional[str] = None) -> Dict[str, Any]:
        rows = self._rows(sa.select(table).where(condition))
        if not rows:
            raise KeyError(f"no {table.name} where {condition.left.name} = {condition.right.value!r}")
        return {name: value for name, value in rows[0].items() if name != without}

    def _rows(self, query: Any) -> List[Dict[str, Any]]:
        try:
            with self._engine.connect() as connection:
                return [dict(row) for row in connection.execute(query).mappings()]
        except SQLAlchemyError as error:
            place = self._engine.url.render_as_string(hide_password=True)
            raise FactsMissing(f"no readable fact base at {place}; build it with: make facts") from error


def _pay(row: Dict[str, Any], without: Tuple[str, ...] = ()) -> Pay:
    return Pay(**{name: value for name, value in row.items() if name not in without})


@functools.lru_cache(maxsize=1)
def fact_base() -> FactBase:
    """The configured fact base, opened once in a process."""
    return FactBase()
