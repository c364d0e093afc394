"""Let the files of a build appear together or not at all.

They are written into a hidden folder inside the output folder (the same file system, so that moving
is renaming) and moved into place when all are whole. When anything fails, what stood there before
stands there again, and a folder that was made for the output is gone.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


def require_writable(out: Path) -> None:
    """Make sure, before long work, that the files can probably be written; touch nothing.

    Args:
        out: the output folder, which need not exist yet.

    Raises:
        OutputError: `out` or the nearest folder above it is no folder or cannot be written.
    """
    existing = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not existing.is_dir():
        raise OutputError(out, f"{existing} is not a folder")
    if not os.access(existing, os.W_OK | os.X_OK):
        raise OutputError(out, f"no permission to write into {existing}")


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Give a folder to write into, and move its files into `out` when the block has ended well.

    Args:
        out: the output folder; it is made, with the folders above it, where it is missing. Other
            files in it are left alone.

    Yields:
        The folder to write into.

    Raises:
        OutputError: a file or a folder cannot be written or replaced.
    """
    missing = [path for path in (out, *out.absolute().parents) if not path.exists()]
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".build-", dir=out) as folder:
            yield Path(folder)
            _move_all(Path(folder), out)
    except BaseException as error:
        for path in missing:
            with suppress(OSError):  # another program may have put something there meanwhile
                path.rmdir()
        if isinstance(error, OSError) and _concerns(error, out):
            raise OutputError(out, error.strerror or str(error)) from error
        if isinstance(error, OutputError):  # it names the hidden folder, of which nobody knows
            raise OutputError(out, error.problem) from error
        raise


def _concerns(error: OSError, out: Path) -> bool:
    """Tell whether an error is about the output, not about a file that is read to make it."""
    names = [name for name in (error.filename, error.filename2) if name is not None]
    return not names or any(
        Path(os.fsdecode(name)).absolute().is_relative_to(out.absolute())
        or out.absolute().is_relative_to(Path(os.fsdecode(name)).absolute())
        for name in names
    )


def _move_all(folder: Path, out: Path) -> None:
    """Move the files of `folder` to `out`; where one cannot be moved, put everything back."""
    files = sorted(path for path in folder.iterdir())
    for path in files:
        if (out / path.name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), out / path.name)
    previous = folder / ".previous"
    previous.mkdir()
    moved: list[Path] = []
    try:
        for path in files:
            target = out / path.name
            if target.exists():
                target.replace(previous / path.name)
            moved.append(target)
            path.replace(target)
    except BaseException:
        for target in moved:
            target.unlink(missing_ok=True)
            if (previous / target.name).exists():
                (previous / target.name).replace(target)
        raise
