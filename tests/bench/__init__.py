"""Benchmarks. They measure ratios side by side in one run, and assert nothing.

python -m tests.bench [--only NAME]
"""
