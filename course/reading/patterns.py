"""What names, plain texts and ordinary lines look like: lines that YAML reads as any author means them."""

from __future__ import annotations

import re

NAME = r"\w[\w.-]*+"
"""A field's name or a scene's id, or what an author may have meant for one."""
PLAIN = r"""[^\s!"'\#%&*,:>?@\[\]`{|}\-][^:\#\n\t]*+(?:(?::(?=[^\s])|(?<=[^\s])\#)[^:\#\n\t]*+)*+"""
"""One line of a text that needs no quotes."""
_CLOSED = r"""(?:"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\n]*+(?:''[^'\n]*+)*+'|\[[\w\ ,.-]*+\])[ ]*+"""
_NOTHING = r"(?:[ ]*+(?:\#[^\n]*+)?\n)*+"
"""Empty lines and comments, if there are any."""
ORDINARY_LINES = re.compile(
    rf"""(?:
      [ ]*+(?:\#[^\n]*+)?\n                                     # nothing, or a comment
    | ([ ]*+){NAME}:[ ]++{PLAIN}\n                             # name: text, and no more of it below
      (?!{_NOTHING}\1[ ]++[^\s\#]|[ ]*+\t)
    | ([ ]*+)-[ ]{NAME}:[ ]++{PLAIN}\n                         # - name: text
      (?!{_NOTHING}\2[ ]{{3,}}+[^\s\#]|[ ]*+\t)
    | ([ ]*+)-[ ](?!{NAME}:){PLAIN}\n                          # - text
      (?!{_NOTHING}\3[ ]++[^\s\#]|[ ]*+\t)
    | [ ]*+(?:-[ ])*+{NAME}:[ ]*+(?:{_CLOSED})?\n              # name: "text", or name: alone
    | ([ ]*+){NAME}:[ ]++[|>][+-]?[ ]*+\n                       # name: | and the block under it
      (?:[ ]*+\n)*+(\4[ ]++)[^\s][^\n]*+\n
      (?:(?:\5[^\n\t][^\n]*+|[ ]*+)\n)*+
      (?!{_NOTHING}\4[ ]++[^\s\#]|[ ]*+\t)
    )++""",
    re.VERBOSE,
)
"""As many of them as follow each other."""
