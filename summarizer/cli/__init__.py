"""The command line: one file a command, each of them options in, one library call, print, exit code.

`app` puts the commands together, `boundary` is the one place where errors become a sentence and an exit code,
`output` writes files whole or not at all, `stream` runs rows of JSON through a function. To add a command: a file
with a function of its name, and a line in `app`.
"""

from __future__ import annotations


def main() -> None:
    """The ``summarizer`` command: runs `sys.argv` and leaves the process with an exit code."""
    from summarizer.cli.boundary import leave_with
    from summarizer.cli.streams import prepare

    prepare()
    leave_with()
