"""Ways in and out: a channel takes a person's words, passes them through the guard, and renders the answer."""
