"""What all tests share: the real aid, how many examples are tried, and that a test which proves a claim is run."""

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
def _proving() -> frozenset[str]:
    """The tests that content/standards.yaml names."""
    items = [item for standard in real_aid().standards.values() for item in standard.items.values()]
    return frozenset(test for item in items for test in item.tests)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that proves a claim of the About page fails where it would be skipped."""
    report = yield
    if report.skipped and item.nodeid.partition("[")[0] in _proving():
        report.outcome, report.longrepr = "failed", "content/standards.yaml names this test: it must run"
    return report
