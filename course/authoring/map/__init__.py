"""Scenarios drawn: as a tree of text, as SVG, as Mermaid."""
