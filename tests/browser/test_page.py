"""The page in a real browser: nothing runs, nothing is asked for, the style sheet holds, marks are there."""

import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rostra.report import Report
from rostra.report.page import render
from tests.report.hostile import hostile_report
from tests.report.markup import parsed
from tests.report.samples import demonstration

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=2000",
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH: install one to look at the page"),
]


@pytest.fixture
def browse(tmp_path: Path) -> Iterator[object]:
    def run(address: str, *options: str) -> str:
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        command = [str(CHROMIUM), *FLAGS, profile, *options, address]
        done = subprocess.run(command, capture_output=True, timeout=90, check=True)
        return done.stdout.decode() + "\0" + done.stderr.decode()

    yield run
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def written(folder: Path, report: Report) -> str:
    file = folder / "page.html"
    file.write_text(render(report), encoding="utf-8")
    return file.as_uri()


def test_nothing_of_a_hostile_report_runs(tmp_path: Path, browse: object) -> None:
    assert callable(browse)
    dom, _, _ = browse(written(tmp_path, hostile_report()), "--dump-dom").partition("\0")
    page = parsed(dom)
    assert page.tags[0][0] == "html"
    assert "data-ran" not in page.tags[0][1]
    assert not page.names() & {"script", "img"}


def test_marks_and_labels_stand_in_the_browsers_tree(tmp_path: Path, browse: object) -> None:
    assert callable(browse)
    dom, _, _ = browse(written(tmp_path, demonstration()), "--dump-dom").partition("\0")
    page = parsed(dom)
    classes = [value.split() for value in page.values("class")]
    assert sum("claim" in value for value in classes) >= 12
    assert {"d1t1", "d1s1", "d1c1", "d2c1", "d3q1"} <= set(page.values("id"))


def test_the_policy_lets_our_style_sheet_in(tmp_path: Path, browse: object) -> None:
    assert callable(browse)
    _, _, log = browse(
        written(tmp_path, hostile_report()), "--dump-dom", "--enable-logging=stderr", "--v=0"
    ).partition("\0")
    assert "CONSOLE" not in log, "the browser had something to say about the page"


def test_the_page_asks_for_nothing_but_itself(tmp_path: Path, browse: object) -> None:
    assert callable(browse)
    asked: list[str] = []
    body = render(hostile_report()).encode()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browse(f"http://127.0.0.1:{server.server_port}/report", "--dump-dom")
        server.shutdown()
    assert asked == ["/report"]


def asked(folder: Path, browse: object, address: str, question: str) -> str:
    """What a script of ours finds out about the page in a frame of the width of a phone."""
    assert callable(browse)
    wrapper = folder / "wrapper.html"
    wrapper.write_text(
        f"""<iframe id=page src="{address}" style="width:360px;height:740px"></iframe><script>
        onload = () => {{ const page = document.getElementById("page").contentDocument,
        style = (selector) => getComputedStyle.call(page.defaultView, page.querySelector(selector));
        document.title = {question}; }}</script>""",
        encoding="utf-8",
    )
    dom, _, _ = browse(wrapper.as_uri(), "--allow-file-access-from-files", "--dump-dom").partition("\0")
    return next(text for tag, text in parsed(dom).texts if tag == "title")


@pytest.mark.parametrize("report", [demonstration(), hostile_report()], ids=["demonstration", "hostile"])
def test_a_phone_need_not_scroll_sideways(tmp_path: Path, browse: object, report: Report) -> None:
    written(tmp_path, report)
    question = "page.documentElement.scrollWidth - page.documentElement.clientWidth"
    assert asked(tmp_path, browse, "page.html", question) == "0"


def test_a_claim_lights_up_with_its_entry(tmp_path: Path, browse: object) -> None:
    written(tmp_path, demonstration())
    question = "[style('.k5.claim'), style('.k4.claim')].map((s) => s.backgroundColor == style('.k6.claim').backgroundColor)"
    assert asked(tmp_path, browse, "page.html#d1c5", question) == "false,true"


def test_a_link_into_a_folded_document_unfolds_it(tmp_path: Path, browse: object) -> None:
    report = demonstration()
    written(tmp_path, replace(report, chapters=report.chapters * 3))
    question = "[...page.querySelectorAll('.doc > details')].map((details) => details.open).join()"
    assert asked(tmp_path, browse, "page.html#d2t1", question) == ",".join(["false", "true", *["false"] * 7])


def test_a_screenshot_is_no_blank_sheet(tmp_path: Path, browse: object) -> None:
    assert callable(browse)
    shot = tmp_path / "page.png"
    browse(written(tmp_path, demonstration()), "--window-size=500,1600", f"--screenshot={shot}")
    assert shot.stat().st_size > 40_000
