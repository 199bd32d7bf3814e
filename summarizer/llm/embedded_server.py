"""The process that holds the embedded model: run by `embedded`, not imported.

llama.cpp keeps Python's lock while it loads a model, aborts the process on a broken file, and takes 2 GiB that only
the end of a process surely gives back; so it has a process of its own. The settings come as one JSON line on
standard input, the address goes out as one JSON line on standard output, and the end of standard input, which the
end of the parent brings about however it ends, ends this process too.

Imports nothing of ours: it is run by its path, with ``-P``, so that nothing in the working folder can be imported.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def _end_with_parent() -> None:
    """Have the kernel end this process when standard input closes, even while llama.cpp holds Python's lock."""
    try:
        import fcntl
        import signal

        signal.signal(signal.SIGIO, signal.SIG_DFL)  # which is to terminate
        fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)
    except (ImportError, AttributeError, OSError):
        pass  # the read in `main` ends the process as well, once the model is loaded


def _parameters(wanted: dict[str, Any]) -> Any:
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = wanted["path"]
    parameters.model_alias = {wanted["name"]}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0  # any free one
    parameters.api_keys = [wanted["key"]]
    parameters.n_ctx = wanted["context_tokens"]
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = wanted["threads"]
    parameters.cpuparams_batch.n_threads = wanted["threads"]
    parameters.cache_prompt = False  # see embedded_prefix
    parameters.slot_save_path = wanted["folder"] + os.sep
    parameters.cache_ram_mib = 0
    parameters.endpoint_slots = False
    parameters.ui = False
    parameters.offline = True
    parameters.verbosity = 1  # errors alone, and they go to the file that `embedded` reads
    return parameters


def main() -> None:
    """Serve until standard input ends."""
    wanted = json.loads(sys.stdin.buffer.readline())
    _end_with_parent()
    import xllamacpp

    server = xllamacpp.Server(_parameters(wanted))
    sys.stdout.write(json.dumps({"address": server.listening_address}) + "\n")
    sys.stdout.flush()
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
