"""The Textual face. One screen, one file, its `.tcss` beside it."""

import os

from course.system.escape import wait_for_keys

wait_for_keys(os.environ)  # here, since Textual asks only once, when it is imported
