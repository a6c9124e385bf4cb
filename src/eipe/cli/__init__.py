"""The command line: articles in files to records, pages, tables and answers.

inputs (files -> articles) -> Extractor.pipe -> outputs (records, rows) or the display package
"""

from __future__ import annotations

import os
import sys

import typer

from eipe.cli import archive_commands, commands, export, extract, score

__all__ = ["app", "main"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from eipe import __version__

        typer.echo(f"eipe {__version__}")
        raise typer.Exit


@app.callback(
    epilog="""\b
Examples:
  eipe show article.txt                            who said what, in color
  eipe extract articles.jsonl -o quotes.csv        one row a quotation
  eipe extract folder/ -o records.jsonl --resume   go on where it was stopped
  eipe html article.txt -o page.html               a page to look at
  eipe audit folder/                               who is quoted how much
  eipe score gold.jsonl                            how good that is on your texts
  eipe export records.jsonl -o tei/ --to tei       for other tools
  eipe people folder/                              who is in how many articles
  eipe about πυρκαγιά folder/                      what was said about it

Every command tells more: eipe extract --help"""
)
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and exit."
    ),
) -> None:
    """Who is in a Greek news article, where, and who said what."""


app.command(epilog=extract.EPILOG)(extract.extract)
app.command(epilog=commands.SHOW_EPILOG)(commands.show)
app.command(epilog=commands.HTML_EPILOG)(commands.html)
app.command(epilog=commands.AUDIT_EPILOG)(commands.audit)
app.command(epilog=score.EPILOG)(score.score)
app.command(epilog=export.EPILOG)(export.export)
app.command(epilog=archive_commands.PEOPLE_EPILOG)(archive_commands.people)
app.command(epilog=archive_commands.PLACES_EPILOG)(archive_commands.places)
app.command(epilog=archive_commands.SAME_EPILOG)(archive_commands.same)
app.command(epilog=archive_commands.ABOUT_EPILOG)(archive_commands.about)


def main() -> None:
    """The entry point of the command ``eipe``."""
    # Closed ones, with which some services start what they start, would be None.
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows would write Greek in the code page of its console, and \n as \r\n.
            stream.reconfigure(encoding="utf8", newline="\n")
    app(prog_name="eipe")
