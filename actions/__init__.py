"""What the assistant looks up: one small module a subject. ``base.py`` says how to write one."""
