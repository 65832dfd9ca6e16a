"""What is installed from a wheel plays, with its content, from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_wheel_in_an_empty_environment_plays_from_another_folder(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    build = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run([sys.executable, "-m", *build], check=True, capture_output=True, text=True)
    (wheel,) = wheels.glob("fineline-*.whl")

    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True, text=True)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    result = subprocess.run(
        [tmp_path / "empty" / "bin" / "fineline", "play", "parking-lot", "--seed", "1"],
        input="1\na\n",
        cwd=elsewhere,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "Dana Whitfield" in result.stdout
    assert "It lands" in result.stdout
