"""The one cause where much is wrong: a text is read again as it may have been meant."""
