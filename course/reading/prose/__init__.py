"""Sentences that YAML would misread, mended before YAML is asked."""
