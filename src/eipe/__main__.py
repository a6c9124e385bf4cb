"""``python -m eipe``: the command line where no script is on the path."""

from eipe.cli import main

if __name__ == "__main__":
    main()
