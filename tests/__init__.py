"""Tests: each an example to learn from."""
