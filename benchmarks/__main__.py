"""Run a benchmark: `python -m benchmarks NAME [--option value]`. Without a name they are listed."""

import argparse
import inspect
import logging
import sys
from collections.abc import Sequence
from importlib import import_module

SCENARIOS = (
    "way",
    "first_sight",
    "settled",
    "reruns",
    "sessions",
    "cold_start",
    "exports",
    "worst_link",
    "load",
    "files_arriving",
    "idle_tabs",
)


def run(name: str, arguments: Sequence[str]) -> object:
    """Run a scenario, and return what its `main` returns: None or 0 where all is well. Its parameters are options."""
    scenario = import_module(f"benchmarks.{name}")
    parser = argparse.ArgumentParser(f"python -m benchmarks {name}", description=scenario.__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    for option, parameter in inspect.signature(scenario.main).parameters.items():
        usual = parameter.default
        if usual is False:
            parser.add_argument(f"--{option}", action="store_true")
        else:
            parser.add_argument(f"--{option}", type=type(usual), default=usual, help=f"default: {usual}")
    result: object = scenario.main(**vars(parser.parse_args(arguments)))
    return result


def listed() -> str:
    """All scenarios with the first line of what they say about themselves."""
    said = ((name, import_module(f"benchmarks.{name}").__doc__ or "") for name in SCENARIOS)
    return "\n".join(f"  {name:<16}{text.splitlines()[0]}" for name, text in said)


def main() -> None:
    """Run the scenario that the command names."""
    name, *arguments = sys.argv[1:] or [""]
    logging.disable(logging.WARNING)  # AppTest runs without a server, and Streamlit says so each time
    if name in SCENARIOS:
        sys.exit(bool(run(name, arguments)))
    print(f"{__doc__}\n\n{listed()}")
    sys.exit(f"\nThere is no benchmark {name!r}." if name not in ("", "-h", "--help") else 0)


if __name__ == "__main__":
    main()
