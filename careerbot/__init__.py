"""Everything the assistant needs that Rasa has no place for."""
