"""The files of a build appear together or not at all."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from graph.errors import OutputError
from graph.output import require_writable, staged

if TYPE_CHECKING:
    from pathlib import Path


def contents(folder: Path) -> dict[str, str]:
    """Return every file under a folder with its text, hidden ones too."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def write(out: Path, *names: str, error: BaseException | None = None) -> None:
    """Write the named files as one build does, and let it fail at the end with `error`."""
    with staged(out) as folder:
        for name in names:
            (folder / name).write_text("new", encoding="utf-8")
        if error is not None:
            raise error


def test_files_appear_when_the_block_has_ended(tmp_path: Path) -> None:
    """Nothing shows in the output folder before the end, and nothing but the files after it."""
    out = tmp_path / "far" / "out"
    with staged(out) as folder:
        (folder / "a.txt").write_text("one", encoding="utf-8")
        (folder / "b.txt").write_text("two", encoding="utf-8")
        assert not (out / "a.txt").exists()
    assert contents(tmp_path) == {"far/out/a.txt": "one", "far/out/b.txt": "two"}
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "b.txt"]


def test_files_of_an_earlier_build_are_replaced_and_others_left(tmp_path: Path) -> None:
    """A file of the same name is replaced; a file that is not of the build stays."""
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    write(tmp_path, "a.txt")
    assert contents(tmp_path) == {"a.txt": "new", "mine.txt": "kept"}


@pytest.mark.parametrize("error", [ValueError("broken"), KeyboardInterrupt()])
def test_nothing_is_left_when_the_block_fails(tmp_path: Path, error: BaseException) -> None:
    """Neither a file nor a folder remains of a build that failed or was interrupted."""
    with pytest.raises(type(error)):
        write(tmp_path / "far" / "out", "a.txt", error=error)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_earlier_files(tmp_path: Path) -> None:
    """The files of the build before stay as they were when the next one fails."""
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="broken"):
        write(tmp_path, "a.txt", error=ValueError("broken"))
    assert contents(tmp_path) == {"a.txt": "old"}


def test_a_file_that_cannot_be_moved_brings_all_others_back(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When the second file cannot take its place, the first is again what it was, or gone."""
    (tmp_path / "b.txt").write_text("old b", encoding="utf-8")
    rename = os.rename

    def refuse(source: Path, target: Path) -> None:
        if target == tmp_path / "c.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        rename(source, target)

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(OutputError) as caught:
        write(tmp_path, "a.txt", "b.txt", "c.txt")
    assert str(caught.value) == (
        f"{tmp_path}: cannot write the output: Permission denied; "
        "expected a folder that can be written."
    )
    assert contents(tmp_path) == {"b.txt": "old b"}


def test_a_folder_in_the_place_of_a_file_is_left_alone(tmp_path: Path) -> None:
    """A folder that bears the name of an output file is not thrown away for it."""
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt" / "mine.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(OutputError, match="Is a directory"):
        write(tmp_path, "a.txt")
    assert contents(tmp_path) == {"a.txt/mine.txt": "kept"}


def test_a_full_disk_is_an_error_of_the_output(tmp_path: Path) -> None:
    """An error of the system while writing is told as one of the output."""
    full = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(OutputError, match="No space left on device"):
        write(tmp_path / "out", "a.txt", error=full)
    assert list(tmp_path.iterdir()) == []


def test_the_hidden_folder_is_not_named_in_an_error(tmp_path: Path) -> None:
    """A writer that reports the file it could not write is quoted with the output folder."""
    broken = OutputError(tmp_path / "out" / ".build-x" / "a.txt", "No space left on device")
    with pytest.raises(OutputError) as caught:
        write(tmp_path / "out", "a.txt", error=broken)
    assert str(caught.value) == (
        f"{tmp_path / 'out'}: cannot write the output: No space left on device; "
        "expected a folder that can be written."
    )


def test_a_file_missing_elsewhere_is_not_an_error_of_the_output(tmp_path: Path) -> None:
    """An error about a file that is read is not mistaken for one of the output."""
    with pytest.raises(FileNotFoundError), staged(tmp_path / "out"):
        (tmp_path / "template.html").read_text(encoding="utf-8")


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """An output folder that is a file, or lies under one, is refused in one sentence."""
    file = tmp_path / "file"
    file.write_text("kept", encoding="utf-8")
    for out in (file, file / "out"):
        with pytest.raises(OutputError) as caught:
            require_writable(out)
        assert str(caught.value) == (
            f"{out}: cannot write the output: {file} is not a folder; "
            "expected a folder that can be written."
        )
        with pytest.raises(OutputError):
            write(out, "a.txt")
    assert contents(tmp_path) == {"file": "kept"}


def test_a_folder_without_permission_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder that may not be written is refused before any work."""
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(OutputError, match=f"no permission to write into {tmp_path}"):
        require_writable(tmp_path / "out")


def test_a_new_folder_is_only_looked_for_not_made(tmp_path: Path) -> None:
    """To ask whether a folder can be written leaves no trace."""
    require_writable(tmp_path / "far" / "out")
    assert list(tmp_path.iterdir()) == []
