"""Run a benchmark: `python -m benchmarks NAME [options]`. Without a name they are listed."""

import argparse
import ast
import inspect
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

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
HERE = Path(__file__).parent


def run(name: str, arguments: Sequence[str]) -> object:
    """Run a scenario, and return what its `main` returns: None or 0 where all is well.

    Its parameters are its options: by their place those that may be given so, the others as --name.
    """
    scenario = import_module(f"benchmarks.{name}")
    parser = argparse.ArgumentParser(f"python -m benchmarks {name}", description=scenario.__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    by_place, by_name = list[str](), list[str]()
    for option in inspect.signature(scenario.main).parameters.values():
        usual = option.default
        described = {"help": f"default: {usual}", "default": usual}
        (by_name if option.kind is option.KEYWORD_ONLY else by_place).append(option.name)
        if option.kind is option.VAR_POSITIONAL:
            parser.add_argument(option.name, nargs="*", type=option.annotation)
        elif option.kind is not option.KEYWORD_ONLY:
            parser.add_argument(option.name, nargs="?", type=type(usual), **described)
        elif usual is False:
            parser.add_argument(f"--{option.name}", action="store_true")
        elif isinstance(usual, tuple):
            parser.add_argument(f"--{option.name}", nargs=len(usual), type=type(usual[0]), **described)
        else:
            parser.add_argument(f"--{option.name}", type=type(usual), **described)
    chosen = vars(parser.parse_args(arguments))
    positional = [
        value for name in by_place for value in (chosen[name] if isinstance(chosen[name], list) else [chosen[name]])
    ]
    result: object = scenario.main(*positional, **{name: chosen[name] for name in by_name})
    return result


def listed() -> str:
    """All scenarios with the first line of what they say about themselves."""
    lines = (
        (name, ast.get_docstring(ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8")))) for name in SCENARIOS
    )
    return "\n".join(f"  {name:<16}{(docstring or '').splitlines()[0]}" for name, docstring in lines)


def main() -> None:
    """Run the scenario that the command names."""
    name, *arguments = sys.argv[1:] or [""]
    if name in SCENARIOS:
        logging.disable(logging.WARNING)  # AppTest runs without a server, and Streamlit says so each time
        sys.exit(bool(run(name, arguments)))
    print(f"{__doc__}\n\n{listed()}")
    sys.exit(f"\nThere is no benchmark {name!r}." if name not in ("", "-h", "--help") else 0)


if __name__ == "__main__":
    main()
