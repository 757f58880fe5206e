"""``python -m tests.tools.stories``: ``rasa test core`` on tests/test_stories.yml; any wrong prediction fails."""

from __future__ import annotations

import subprocess
import sys

from careerbot.model import ROOT, rasa_environment, train


def main() -> int:
    """Rasa's own exit code."""
    command = [sys.executable, "-m", "careerbot.rasa", "test", "core", "--model", str(train())]
    command += ["--stories", "tests/test_stories.yml", "--e2e", "--fail-on-prediction-errors", "--no-plot"]
    command += ["--out", "results"]
    return subprocess.call(command, cwd=ROOT, env=rasa_environment())


if __name__ == "__main__":
    sys.exit(main())
