"""How long `qa --help` takes to start, side by side with a Typer app that does nothing.

Runs both in turn, so that whatever else the machine does meets both, and compares the processor time of the
fastest runs.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 15
BARE = '''
import typer

app = typer.Typer()


@app.command()
def check(path: str) -> None:
    """Check."""


@app.command()
def rules() -> None:
    """Rules."""


app()
'''


def seconds(command: list[str]) -> float:
    """Processor time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, "utf-8")
        commands = {
            "bare": [sys.executable, str(bare), "--help"],
            "qa": [str(Path(sys.executable).with_name("qa")), "--help"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(seconds(command))
    best = {name: min(found) for name, found in times.items()}
    print(f"bare Typer app: {best['bare']:.3f} s, qa --help: {best['qa']:.3f} s", end="; ")
    print(f"ratio {best['qa'] / best['bare']:.2f} (at most 1.5)")


if __name__ == "__main__":
    main()
