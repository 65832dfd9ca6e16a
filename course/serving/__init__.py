"""The server of rooms, and the pages that it gives to phones: one process, any number of rooms."""
