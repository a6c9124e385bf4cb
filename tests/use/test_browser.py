"""The page in a real browser: the marks stand at the right words, and nothing is fetched from elsewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from use_examples import FIRE, MARKUP, read

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="needs chromium")

# Added by the test to a copy of the page that allows it; the page itself runs nothing.
PROBE = """<pre id="probe"></pre><script>
const text = document.querySelector(".eipe-text");
const labels = [...text.querySelectorAll(".eipe-by")]
  .map(e => [e.textContent, e.getBoundingClientRect().width]);
const style = e => getComputedStyle(e);
const background = style(document.querySelector(".eipe")).backgroundColor;
const marks = [...text.querySelectorAll("[data-start]")].map(e => {
  const copy = e.cloneNode(true);
  copy.querySelectorAll(".eipe-by").forEach(label => label.remove());
  return [+e.dataset.start, +e.dataset.end, copy.textContent];
});
text.querySelectorAll(".eipe-by").forEach(label => label.remove());
document.getElementById("probe").textContent = JSON.stringify({
  text: text.textContent, labels, marks, background, scripts: document.scripts.length,
  wide: document.documentElement.scrollWidth > window.innerWidth,
  fetched: performance.getEntriesByType("resource").map(e => e.name),
});
</script>"""


def look(html: str, folder: Path, *flags: str) -> dict[str, object]:
    html = re.sub(r"<meta http-equiv=[^>]*>", "", html).replace("</body>", PROBE + "</body>")
    page = folder / "page.html"
    page.write_text(html, encoding="utf8")
    command = [
        BROWSER or "",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
    ]
    command += [*flags, "--dump-dom", page.as_uri()]
    seen = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode("utf8")
    probe = re.search(r'<pre id="probe">(.*?)</pre>', seen, re.DOTALL)
    assert probe
    return json.loads(unescape(probe[1]))


def test_the_browser_shows_the_article_with_its_marks(tmp_path: Path) -> None:
    text = f"{FIRE}\n\n{MARKUP}"
    extraction = read(text)
    seen = look(extraction.to_html(title="<b>Πήλιο"), tmp_path, "--window-size=500,900")
    assert seen["text"] == text
    # The probe, and the data for search engines, which is not run.
    assert seen["scripts"] == 2 and seen["fetched"] == [] and not seen["wide"]
    marks = seen["marks"]
    assert isinstance(marks, list) and marks
    for start, end, shown in marks:
        assert text[start:end] == shown
    whole = {(start, end) for start, end, _ in marks}
    assert {(quote.start, quote.end) for quote in extraction.quotes} <= whole
    labels = seen["labels"]
    assert isinstance(labels, list)
    assert [name for name, _ in labels] == [str(quote.speaker or "?") for quote in extraction.quotes]
    assert all(width > 0 for _, width in labels)


def test_the_page_follows_the_dark_scheme(tmp_path: Path) -> None:
    html = read(FIRE).to_html()
    assert look(html, tmp_path)["background"] == "rgb(255, 255, 255)"
    dark = look(html, tmp_path, "--blink-settings=preferredColorScheme=0")
    assert dark["background"] == "rgb(23, 24, 26)"
