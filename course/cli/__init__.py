"""The command line. Each command is a module here; what it needs is imported only when it runs."""
