"""Entry of ``tintline`` and of ``python -m app``."""

import sys


def main() -> int:
    """Run the command line and return its exit status."""
    from app.cli.command import run_command  # noqa: PLC0415 - nothing is imported before it is needed

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
