"""What the channel itself says, where no answer of the assistant can: short, in plain English."""

from __future__ import annotations

HELP = (
    "Type your question after my name or after /career, or send it to me as a direct message. My Home tab has topics."
)
NO_FILES = "I cannot read files or pictures. Please type your question."
NOT_READY = "I cannot answer yet: I have no model. The person who runs me can make one with `make train`."
STALE = "These buttons are too old for me. Please type your question."
NOT_YOURS = "These buttons are for the person who asked. Please ask me yourself."
NOT_KEPT = "I could not keep that just now. Please try again later."
HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
THANKS = "Thank you!"
WHY = "Sorry. What was wrong?"
PICTURE = "Picture"
FORGET = "Forget me"
FORGET_SURE = "This deletes our conversations and your ratings. It cannot be undone."
FORGET_NO = "Keep them"
FORGET_FAILED = "I could not delete everything just now. Please try again in a minute."
HOME = "Ask me a question in *Messages*, or pick one here. I answer there."
PRIVACY = (
    "I keep what you ask, what I answered and your ratings, so that I can follow what we talk about. The people who "
    "run me can read that. Please do not tell me secrets. You can delete all of it here."
)


def too_fast(seconds: float) -> str:
    """To somebody who asks more than is allowed."""
    whole = max(1, round(seconds))
    return f"You are asking very fast. Please wait {whole} second{'' if whole == 1 else 's'} and ask again."


def chosen(title: str) -> str:
    """In place of buttons that were used; ``title`` is mrkdwn."""
    return f"You chose: *{title}*"


def rated(title: str) -> str:
    """In place of thumbs that were used; ``title`` is mrkdwn."""
    return f"You said: *{title}*. {THANKS}"


def forgotten(conversations: int) -> str:
    """After a person's conversations were deleted."""
    if not conversations:
        return "There was nothing to delete. I keep nothing about you."
    return f"Done. I deleted {conversations} conversation{'' if conversations == 1 else 's'} and your ratings."
