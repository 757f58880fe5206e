"""The website: a page, the widget's files, and the protocol that the widget speaks (docs/website.md)."""

from careerbot.channels.website.channel import WebsiteChannel

__all__ = ["WebsiteChannel"]
