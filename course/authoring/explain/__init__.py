"""What every code means, why it matters, and an example of it wrong and mended: one Markdown file for each group.

An entry begins with `## code`. A paragraph says what it means, the next why it matters. Then come, each in a fence,
the wrong example, the mended one, and, where neither is what it replaces, what stands in their place in a sound course:

    ```wrong key.yaml 1:15
    title: The key: mine
    ```

The fence says which file the lines are from, after `>` which file the problem is found in if that is another, its
line and column, and how the file is made if not from these lines alone. The tests do exactly that.
"""

from course.authoring.explain.entries import Entry, Wrong, entries, entry

__all__ = ["Entry", "Wrong", "entries", "entry"]
