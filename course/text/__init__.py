"""Texts as such: what may be shown, how wide they are, where their paragraphs end."""
