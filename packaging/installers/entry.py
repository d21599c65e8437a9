"""Where the built program begins."""

import sys

from app.cli.command import run_command

if __name__ == "__main__":
    raise SystemExit(run_command(sys.argv[1:]))
