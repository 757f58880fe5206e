"""The README's words are true: its exchange, its curl line, its links, its chores, its files."""

import json
import re
import subprocess
import uuid

from careerbot.model import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def exchange():
    """The (question, answer) pairs of the section "A real exchange", blanks folded."""
    section = README.split("<!-- exchange")[1].split("-->", 1)[1].split("\n## ")[0]
    lines = [line.removeprefix(">").strip() for line in section.strip().splitlines()]
    turns = re.split(r"\*\*You:\*\* ", " ".join(lines))[1:]
    return [tuple(" ".join(part.split()) for part in turn.split("**Assistant:**")) for turn in turns]


def test_the_exchange_is_what_the_assistant_says(assistant):
    pairs, sender = exchange(), uuid.uuid4().hex
    assert len(pairs) == 2
    for question, answer in pairs:
        said = " ".join(" ".join(part["text"] for part in assistant.ask(question, sender) if "text" in part).split())
        assert said == answer


def test_the_curl_line_answers(assistant):
    line = re.search(r"^curl -s -X POST .*?\}'$", README, re.MULTILINE | re.DOTALL).group()
    line = line.replace("http://localhost:5005", f"http://127.0.0.1:{assistant.port}")
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert "$39,520" in json.loads(done.stdout)[0]["text"]


def test_every_make_chore_it_names_exists():
    chores = set(re.findall(r"(?:^|`)make ([a-z][a-z-]+)", README, re.MULTILINE))
    assert {"run", "test", "chat", "facts", "test-quick"} <= chores
    assert [chore for chore in sorted(chores) if f"\n{chore}:" not in MAKEFILE] == []


def test_every_file_it_names_exists():
    named = re.findall(r"`([\w./-]+\.(?:yml|md|py|csv))`|\]\(([\w./-]+\.md)\)", README)
    files = {first or second for first, second in named}
    assert len(files) > 8
    assert [name for name in sorted(files) if not (ROOT / name).exists()] == []


def test_make_alone_lists_every_chore():
    listed = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    chores = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE)
    assert [chore for chore in chores if not re.search(rf"^{chore} ", listed, re.MULTILINE)] == []
