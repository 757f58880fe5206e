"""Lint of the files that people edit: catalog, domain, training data, held-out questions. No model, no server."""
