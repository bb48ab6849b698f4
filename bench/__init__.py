"""Benchmarks: ratios in one run against a named peer, or a part against the whole."""
