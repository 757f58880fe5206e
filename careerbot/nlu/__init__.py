"""Rasa graph components of this project; ``config.yml`` names them by their module path."""
