"""What is installed from a wheel plays, with its content, from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.folders import ROOT


def test_a_wheel_in_an_empty_environment_plays_from_another_folder(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("fineline-*.whl")

    venv.create(tmp_path / "empty", with_pip=True)
    programs = tmp_path / "empty" / "bin"
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (installed,) = (tmp_path / "empty").glob("lib/python*/site-packages")
    # What we depend on is borrowed from this environment, and searched last, so that no network is needed.
    (installed / "borrowed.pth").write_text(sysconfig.get_path("purelib"))

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    result = subprocess.run(
        [programs / "fineline", "play", "parking-lot", "--seed", "1"],
        input="\n1\n2\n",
        cwd=elsewhere,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "Renee Kowalczyk" in result.stdout
    assert "It lands" in result.stdout
    assert "To go on: fineline play parking-lot\n" in result.stdout, "it is the shipped course, not the checkout's"

    begun = subprocess.run(
        [programs / "fineline", "new", "course", "Saying no"],
        cwd=elsewhere,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert begun.returncode == 0, begun.stderr
    assert (elsewhere / "saying-no" / "the-friday-shift.yaml").exists()
