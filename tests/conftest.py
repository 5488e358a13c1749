"""What all tests share: the real aid, loaded once."""

import pytest
from hypothesis import HealthCheck, settings

from decision_aid.model.aid import Aid
from tests.unit.people import real_aid

settings.register_profile("aid", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("aid")


@pytest.fixture(scope="session")
def aid() -> Aid:
    """The aid that patients see."""
    return real_aid()
