"""Starting and ending, with a small program in place of a bot."""

import os
import sys
import textwrap
import time

import psutil
import pytest

from benchmarks.report import BenchmarkFailed
from benchmarks.servers import running
from tests.tools.ports import free_port

# A bot that starts a helper in a session of its own, as honcho does, and takes a moment before it answers.
BOT = """
import http.server, json, subprocess, sys, time
helper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
print("helper", helper.pid, flush=True)
time.sleep(0.3)

class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps([{"text": "hello"}]).encode())

http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


def started(tmp_path, program=BOT):
    port = free_port()
    command = [sys.executable, "-c", textwrap.dedent(program), str(port)]
    return running(command, tmp_path, os.environ, f"http://127.0.0.1:{port}/")


def helper_of(server):
    return int(server.log.read_text().split("helper ")[1].split()[0])


def is_gone(process):
    _, alive = psutil.wait_procs([process], timeout=5)
    return not alive or process.status() == psutil.STATUS_ZOMBIE


def test_the_first_answer_is_timed_from_the_start_and_all_processes_are_weighed(tmp_path):
    with started(tmp_path) as server:
        assert 0.3 <= server.first_answer("hi") < 60
        alone = psutil.Process(server.process.pid).memory_info().rss / 1e6
        assert server.memory() > alone + 1


def test_it_ends_with_all_that_it_started_also_when_the_block_fails(tmp_path):
    helpers = []

    def fail():
        with started(tmp_path) as server:
            server.first_answer("hi")
            helpers.append(psutil.Process(helper_of(server)))
            raise BenchmarkFailed("no answer")

    with pytest.raises(BenchmarkFailed, match="no answer"):
        fail()
    assert [is_gone(helper) for helper in helpers] == [True]


def test_a_bot_that_ends_by_itself_is_reported_with_its_last_words(tmp_path):
    program = "import sys; sys.exit('the port is taken')"
    with pytest.raises(BenchmarkFailed, match="the port is taken"), started(tmp_path, program) as server:
        server.first_answer("hi")


def test_a_bot_that_will_not_stop_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr("benchmarks.servers._STOP_SECONDS", 1)
    program = """
        import signal, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        print("ready", flush=True)
        time.sleep(60)
        """
    with started(tmp_path, program) as server:
        process = psutil.Process(server.process.pid)
        while "ready" not in server.log.read_text():
            time.sleep(0.05)
    assert is_gone(process)
