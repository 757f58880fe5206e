"""HINT3: three real bots' small noisy training sets, and what their users really typed, most of it out of scope."""
