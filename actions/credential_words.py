"""How the facts of a certification read: its site, fees, exam, retakes and renewal."""

from __future__ import annotations

from typing import Dict, Sequence

from careerbot.facts.schema import Credential, Exam, Renewal, Retake, Sourced
from careerbot.wording import listing, minutes, money, months


def site(credential: Credential) -> str:
    """The issuer's site as a link that shows its bare name."""
    return f"[{credential.website.split('//')[1].removeprefix('www.').rstrip('/')}]({credential.website})"


def check(credential: Credential, rows: Sequence[Sourced]) -> str:
    """What to do about age and doubt: stronger where the figures are only weakly known."""
    if any(row.confidence == "C" for row in rows):
        return f"This is not certain: sources are old or disagree, so check with the issuer at {site(credential)}."
    return f"Rules and fees change, so check with the issuer at {site(credential)}."


def labels(credential: Credential) -> Dict[str, str]:
    """The names that the responses share."""
    return {"label": credential.label, "issuer": credential.issuer}


def fees(credential: Credential) -> str:
    """Every price and for whom; with several, also what each is for."""
    several = len(credential.fees) > 1
    return listing(
        [
            money(fee.usd)
            + (f" for {fee.who}" if fee.who else "")
            + (f" ({fee.includes})" if several and fee.includes else "")
            for fee in credential.fees
        ]
    )


def every(count: int) -> str:
    """24 -> "every 2 years", 12 -> "every year"."""
    return "every year" if count == 12 else f"every {months(count)}"


def exam(row: Exam) -> str:
    """200, 180 and 160 -> "200 questions (180 of them count) in 2 hours 40 minutes"."""
    scored = f" ({row.scored} of them count)" if row.scored and row.scored < row.questions else ""
    return f"{row.questions} questions{scored} in {minutes(row.minutes)}"


def retake(row: Retake) -> str:
    """The waits, the number of tries and what comes after them, in sentences."""
    sentences = []
    if row.waits:
        order = ("first", "second", "third", "fourth")
        steps = [f"{wait} after the {nth} failure" for wait, nth in zip(row.waits, order, strict=False)]
        sentences.append(f"The wait is {listing(steps)}.")
    if row.attempts:
        span = {"lifetime": " in all", None: ""}.get(row.attempts_per, f" in a {row.attempts_per}")
        sentences.append(f"You may try {row.attempts} times{span}.")
    if row.after:
        sentences.append(f"After that, {row.after.rstrip('.')}.")
    return " ".join(sentences)


def renewal(row: Renewal) -> str:
    """What renewal asks for, in sentences."""
    sentences = []
    if row.credits:
        sentences.append(f"For renewal you need {row.credits} {row.credit_name or 'credits of continuing education'}.")
    if row.how:
        sentences.append(row.how)
    if row.fee:
        sentences.append(f"It costs about {money(row.fee)}{' ' + row.fee_note if row.fee_note else ''}.")
    if row.late:
        sentences.append(row.late)
    return " ".join(sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences)
