"""What an issuer asks of a person, in fields that ``eligibility.py`` can weigh."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional

from pydantic import Field, root_validator

from careerbot.facts.row import Row

Training = Literal["finished", "studying", "apprenticeship", "none"]
"""How one learns the work: a program that is finished or still going on, a finished apprenticeship, none of these."""

Accreditation = Literal["program", "school", "none"]
"""What stands behind a program: CAAHEP or ABHES, which accredit programs; another recognized body, which accredits
the school; nobody."""


class Requirement(Row):
    """What a person must have for a route, all of it together; a route lists several where any one is enough.

    A field that is left out is not asked for. More is always enough: more hours, more work, a later end.

    Attributes:
        training: any of these.
        accreditation: any of these.
        finished_within_months: the training ended at most so long ago.
        finishes_within_days: the training ends at most so many days from now.
        hours: of the program in all, externship included.
        externship_hours: of the externship (practicum) alone.
        work_months: of full-time work as a medical assistant.
        work_within_years: the work counts that was done in so many years up to now.
        military_within_years: medical training in the US Armed Forces that ended at most so long ago.
        teaching: teaches in a medical assistant program now.
        diploma: a high school diploma or GED.
        provided: what else must hold and is not asked; completes "yes, if ...".
        unsure: why only the issuer can say whether this is enough; completes "ask the issuer: ...".
    """

    training: List[Training] = []
    accreditation: List[Accreditation] = []
    finished_within_months: Optional[int] = Field(gt=0)
    finishes_within_days: Optional[int] = Field(gt=0)
    hours: Optional[int] = Field(gt=0)
    externship_hours: Optional[int] = Field(gt=0)
    work_months: Optional[int] = Field(gt=0)
    work_within_years: Optional[int] = Field(gt=0)
    military_within_years: Optional[int] = Field(gt=0)
    teaching: bool = False
    diploma: bool = False
    provided: Optional[str]
    unsure: Optional[str]

    @root_validator(skip_on_failure=True)
    def _asks_for_something_that_fits_together(cls, values: Dict[str, Any]) -> Dict[str, Any]:
        if not any(values[name] for name in ("training", "work_months", "military_within_years", "teaching")):
            raise ValueError("must ask for training, work_months, military_within_years or teaching")
        of_training = ("accreditation", "finished_within_months", "finishes_within_days", "hours", "externship_hours")
        for name in of_training:
            if values[name] and not values["training"]:
                raise ValueError(f"{name} needs training")
        if values["finishes_within_days"] and values["training"] != ["studying"]:
            raise ValueError("finishes_within_days is for those who are studying")
        if values["finished_within_months"] and "studying" in values["training"]:
            raise ValueError("finished_within_months is not for those who are studying")
        if values["work_within_years"]:
            if not values["work_months"]:
                raise ValueError("work_within_years needs work_months")
            if values["work_months"] > 12 * values["work_within_years"]:
                raise ValueError("work_months is more than work_within_years holds")
        return values
