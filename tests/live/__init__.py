"""Conversations with the started assistant, over REST."""
