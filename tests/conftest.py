"""Shared by all tests: the real aid, Hypothesis profiles, and the rule that tests which prove a claim must run."""

from collections.abc import Generator
from functools import cache

import pytest
from hypothesis import HealthCheck, settings

from decision_aid.model.aid import Aid
from harness.aids import real_aid

settings.register_profile(
    "ci", deadline=None, max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=1000, derandomize=False)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def aid() -> Aid:
    """The aid that patients see."""
    return real_aid()


@cache
def _claim_tests() -> frozenset[str]:
    """The ids of the tests that content/standards.yaml names."""
    items = [item for standard in real_aid().standards.values() for item in standard.items.values()]
    return frozenset(test for item in items for test in item.tests)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report a skipped test as failed if it proves a claim of the About page."""
    report = yield
    if report.skipped and item.nodeid.partition("[")[0] in _claim_tests():
        report.outcome, report.longrepr = "failed", "content/standards.yaml names this test: it must run"
    return report
