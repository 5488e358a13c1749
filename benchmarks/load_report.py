"""The tables that a load run ends with, in Markdown for docs/performance.md."""

from collections import Counter
from dataclasses import dataclass
from statistics import quantiles
from time import process_time

from benchmarks.memory import Memory
from benchmarks.streamlit_client import Kind

KINDS: tuple[Kind, ...] = ("first page", "answer", "page change", "file", "first after a reconnect", "reconnect")
SETTLING = 30
"""Seconds of a replica's life after which its libraries and pages are loaded."""


@dataclass(frozen=True)
class Met:
    """What all people together met: how many came and got through, milliseconds by kind, errors, answers lost, runs,
    answers given, files brought."""

    people: int
    served: int
    times: list[tuple[Kind, float]]
    errors: Counter[str]
    lost: list[str]
    runs: int
    given: int
    files: int


def report(minutes: float, met: Met, memory: Memory) -> str:
    """All of it as text."""
    lives = sorted(memory.seen.items())
    lines = [
        f"{met.people} people came, {met.served} of them got through all pages before the time was up.",
        f"{met.runs} runs ({met.runs / minutes / 60:.1f} a second), {met.given} answers given,"
        f" {met.files} files brought.",
        f"Processor time: {sum(memory.busy.values()) / max(met.runs, 1) * 1000:.0f} ms a run in the replicas, starts"
        f" and connections included; {process_time() / max(met.runs, 1) * 1000:.0f} ms a run in this client.",
        f"Answers lost: {len(met.lost)}. Errors: {sum(met.errors.values())}.",
        "",
        "| What people waited for | times | p50 ms | p95 ms | longest ms |",
        "|---|---:|---:|---:|---:|",
        *(_row(kind, [spent for waited_for, spent in met.times if waited_for == kind]) for kind in KINDS),
        "",
        f"| Replica, life | seconds | processor s | MB after {SETTLING} s | MB at the end | highest MB |",
        "|---|---:|---:|---:|---:|---:|",
        *(_life(f"{number}, {life}", megabytes, memory.busy[number, life]) for (number, life), megabytes in lives),
    ]
    lines += [f"\n{times} × {error}" for error, times in met.errors.most_common(5)]
    lines += [f"\n{times} × lost: {answer}" for answer, times in Counter(met.lost).most_common(5)]
    return "\n".join(lines)


def _row(kind: Kind, times: list[float]) -> str:
    if len(times) < 2:
        return f"| {kind} | {len(times)} | {times[0] if times else 0:.0f} | | |"
    cuts = quantiles(times, n=20, method="inclusive")
    return f"| {kind} | {len(times)} | {cuts[9]:.0f} | {cuts[18]:.0f} | {max(times):.0f} |"


def _life(name: str, megabytes: list[float], busy: float) -> str:
    early = megabytes[min(SETTLING, len(megabytes) - 1)]
    return f"| {name} | {len(megabytes)} | {busy:.0f} | {early:.0f} | {megabytes[-1]:.0f} | {max(megabytes):.0f} |"
