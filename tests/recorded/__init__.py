"""What both faces say, on record: plays that are typed from outside, and what came back.

Nothing here knows a module of the course. It starts the program, reads what it asks, types, and writes down what it
says; so one recorder holds any two builds against each other, however differently they are made inside.

In the suite: `plays/` holds one good and one poor evening with the whole course, as lines. When words are meant to
change, look at what differs, and then record the evenings again:

    python -m tests.recorded.evening

For a change of the house itself: record the build before it and the build after it, both faces and every story, and
compare. Nothing is printed where nothing differs.

    python -m tests.recorded.record --program 'OLD/.venv/bin/fineline' BEFORE
    python -m tests.recorded.record --program 'NEW/.venv/bin/fineline' AFTER
    python -m tests.recorded.compare BEFORE AFTER
"""
