"""No input, however hostile, gives a traceback, a hang, too much memory or a crash of the interpreter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.reading.courses import read_contents, read_course
from tests.folders import BAKERY

YAML_ISH = st.lists(
    st.sampled_from(
        ["- ", ": ", "#", "!", "&a", "*a", "|\n", ">\n", "[", "]", "{", "}", '"', "'", "\n", "  ", "\t", "---\n"]
    )
    | st.sampled_from(["title", "scenes", "choices", "say", "next", "start", "ending", "---\n", "\x00", "\u202e", "é"]),
    max_size=60,
).map("".join)
FILES = st.binary(max_size=300) | YAML_ISH.map(lambda text: text.encode("utf-8", "surrogatepass"))


@settings(max_examples=150)
@given(data=FILES, name=st.sampled_from(["course.yaml", "thanks/thank-you.yaml"]))
def test_no_bytes_make_the_reader_raise(data: bytes, name: str, tmp_path: Path) -> None:
    folder = tmp_path / "course"
    if not folder.exists():
        shutil.copytree(BAKERY, folder)
    shutil.copy(BAKERY / "course.yaml", folder / "course.yaml")
    (folder / name).write_bytes(data)
    reading = read_course(folder)
    read_contents(folder)
    assert reading.problems or reading.course is not None


HUGE = {
    "deep": "'[' * 100_000",
    "deeper": "'{a: ' * 100_000",
    "dashes": "'- ' * 100_000",
    "names": "''.join(f'k{i}: v' + chr(10) for i in range(200_000))",
    "bomb": "'a: &a0 [x,x]' + ''.join(f'{chr(10)}b{i}: &a{i + 1} [*a{i},*a{i}]' for i in range(20))",
    "choices": "'title: t\\nscenes:\\n  a:\\n    choices:\\n' + '      - {say: a, because: b, next: a}\\n' * 200_000",
    "line": "'title: ' + 'x' * 20_000_000",
    "quotes": "chr(34) * 1_000_000",
}
PROBE = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1_200_000_000, 1_200_000_000))
folder = Path(sys.argv[1])
(folder / "huge.yaml").write_text(eval(sys.argv[2]))
from course.reading.courses import read_course
assert any(problem.place.file == "huge.yaml" for problem in read_course(folder).problems)
status = Path("/proc/self/status")
if status.exists():  # what getrusage says begins with the peak of the process that started this one
    print(next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) // 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_takes_little_memory_and_ends(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "course"
    shutil.copytree(BAKERY, folder)
    command = [sys.executable, "-c", PROBE, str(folder), HUGE[name]]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) < 300, "megabytes"


def test_only_files_are_opened(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    shutil.copytree(BAKERY, folder)
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "nowhere.yaml").symlink_to("no-such-file")
    found = {problem.place.file: problem.code for problem in read_course(folder).problems}
    names = ("pipe.yaml", "folder.yaml", "loop.yaml", "nowhere.yaml")
    assert found == dict.fromkeys(names, "not-readable")


def test_without_the_c_library_the_reading_is_the_same() -> None:
    program = (
        "import sys, yaml; del yaml.CSafeLoader\n"
        "from pathlib import Path; from course.reading.courses import read_course\n"
        "r = read_course(Path(sys.argv[1])); print(len(r.scenarios), len(r.problems))"
    )
    result = subprocess.run([sys.executable, "-c", program, str(BAKERY)], capture_output=True, text=True, check=False)
    assert result.stdout == "2 0\n", result.stderr
