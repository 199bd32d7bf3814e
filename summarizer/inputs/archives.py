"""Zip archives that office documents and books are, opened so that none can fill the memory.

The sizes in an archive's directory are checked before anything is unpacked; `zipfile` then reads no more of a member
than its entry says, whatever the data holds.
"""

from __future__ import annotations

import io
import zlib

from summarizer.errors import InputError
from summarizer.inputs.source import Source

SIGNATURE = b"PK\x03\x04"
LARGEST_UNPACKED = 100_000_000
"""Bytes of all members together."""
MOST_MEMBERS = 5_000
_ENCRYPTED = 0x1


class Archive:
    """The members of a zip archive by their names."""

    def __init__(self, source: Source, what: str) -> None:
        """Raises `InputError` for what can't be opened safely; ``what`` says what it should be ("a Word document")."""
        import zipfile  # only where there is an archive: it takes as long as reading a short text

        self._source = source
        self._what = what
        self._bad = zipfile.BadZipFile
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self.damaged() from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNPACKED:
            raise InputError(
                f"{source.shown} unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB, which no article does: save "
                "its text as plain text."
            )
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise InputError(f"{source.shown} is {what} with a password: save it without one.")

    @property
    def names(self) -> frozenset[str]:
        """Of its members."""
        return frozenset(self._zip.namelist())

    def member(self, name: str) -> bytes:
        """The bytes of one member. Raises `InputError` where it is missing or damaged."""
        try:
            return self._zip.read(name)
        except (KeyError, self._bad, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise self.damaged() from error

    def damaged(self) -> InputError:
        """The refusal of an archive that does not hold together."""
        return InputError(f"{self._source.shown} is {self._what} that is damaged or cut off: get it again.")


def holds(source: Source, name: str) -> bool:
    """Whether it is a zip archive with a member ``name``, or so badly cut off that only the first entries show it."""
    return source.data.startswith(SIGNATURE) and name.encode("ascii") in source.data
