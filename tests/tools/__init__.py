"""Checks that are longer than a test: Rasa's own test commands with thresholds that can fail."""
