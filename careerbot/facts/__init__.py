"""The fact base: what is known, from whom, of when, how sure. Nobody outside this package knows how it is stored."""
