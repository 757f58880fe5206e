"""Benchmarks: this assistant beside the bot that ``rasa init`` makes. What each one compares: docs/benchmarks.md."""
