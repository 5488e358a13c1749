"""Medicines are found by any of their names, and what the aid does not know stays as it was typed."""

from collections import Counter

import pytest

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.medicines import group_medicines, known_medicines, labels, recognize
from decision_aid.reasoning.question_list import question_list
from decision_aid.summary.summary import summarize
from harness.aids import real_aid, small_aid
from tests.cases.tables import cases
from tests.unit.people import TODAY, summary_of

HOSTILE = "<script>alert('x')</script> **bold** {name} $(rm) =1+1"


def taking(*names: str) -> Answers:
    return Answers(medicines=names)


def test_a_medicine_is_found_by_every_brand_name(aid: Aid) -> None:
    shown = labels(aid)
    assert shown["apixaban"] == "apixaban (Eliquis)"
    for name, medicine in aid.medicines.items():
        assert all(brand in shown[name] for brands in medicine.brands.values() for brand in brands)


def test_other_generic_names_stand_with_the_brands_each_once() -> None:
    assert labels(small_aid())["throat_drops"] == "throat drops (lozenges, Sootha, Calmo)"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("brand", ["Aggrenox", "Asasantin Retard"])
def test_a_brand_that_holds_aspirin_too_says_so(language: str, brand: str) -> None:
    aid = real_aid(language)
    names = {"en": "aspirin", "es": "ácido acetilsalicílico"}
    (medicine,) = recognize(aid, [brand])
    assert names[language] in labels(aid)[medicine]
    assert names[language] in summarize(aid, taking(brand), TODAY).medicines[0].names[0]


def test_no_two_medicines_share_a_name(aid: Aid) -> None:
    """The picker tells options apart by their label, and a typed name must mean one medicine."""
    shown = labels(aid)
    names = [name for label in shown.values() for name in label.rstrip(")").replace(" (", ", ").split(", ")]
    assert [name for name, times in Counter(map(str.casefold, names)).items() if times > 1] == []
    assert set(shown) == set(aid.words.medicines)


@cases("medicines", "typed")
def test_a_typed_name_becomes_the_medicine(aid: Aid, typed: str, expected: str) -> None:
    assert recognize(aid, [typed]) == (expected,)


@cases("medicines", "typed in a language")
def test_a_name_is_known_without_its_accents_and_in_every_language(language: str, typed: str, expected: str) -> None:
    assert recognize(real_aid(language), [typed]) == (expected,)


def test_no_name_in_any_language_means_two_medicines(aid: Aid) -> None:
    """Each name leads back to its own medicine, though a later one would take the place of an earlier."""
    for medicine, labels_elsewhere in aid.medicines_elsewhere.items():
        names = ",".join(labels_elsewhere).replace("(", ",").replace(")", ",").split(",")
        assert {recognize(aid, [name]) for name in names if name.strip()} == {(medicine,)}


@pytest.mark.parametrize("typed", ["Eliquis 5 mg", "warfarine", "the white pill", "()", "💊", HOSTILE])
def test_an_unknown_name_is_kept_as_typed(aid: Aid, typed: str) -> None:
    assert recognize(aid, [typed]) == (typed,)
    assert group_medicines(aid, taking(typed)) == {"other": (typed,)}


def test_a_medicine_named_twice_is_listed_once(aid: Aid) -> None:
    assert recognize(aid, ["apixaban", "Eliquis", "x", " x", "", "  "]) == ("apixaban", "x")


def test_a_list_has_an_end(aid: Aid) -> None:
    assert len(recognize(aid, [f"pill {number}" for number in range(99)])) == 40
    assert recognize(aid, ["a" * 999]) == ("a" * 200,)


def test_medicines_are_listed_by_group_and_the_unknown_last(aid: Aid) -> None:
    taken = group_medicines(aid, taking("Mystery", "ibuprofen", "Eliquis", "warfarin"))
    assert taken == {
        "blood_thinner": ("apixaban", "warfarin"),
        "anti_inflammatory": ("ibuprofen",),
        "other": ("Mystery",),
    }
    assert list(taken) == ["blood_thinner", "anti_inflammatory", "other"]


def test_a_brand_in_older_answers_sets_off_the_same_questions(aid: Aid) -> None:
    assert known_medicines(aid, taking("Eliquis")) == ("apixaban",)
    assert question_list(aid, taking("Eliquis")) == question_list(aid, taking("apixaban"))


def test_every_group_with_a_trigger_says_why(aid: Aid) -> None:
    """A picked medicine alone brings each of its questions, with the medicine as the reason."""
    for name, medicine in aid.medicines.items():
        because = aid.words.medicine_groups[medicine.group].because
        summary = summary_of(taking(name))
        brought = [question for question in (*summary.questions, *summary.more) if because in question.because]
        assert brought, name


def test_the_aid_never_says_when_to_stop_a_medicine(aid: Aid) -> None:
    words = [*aid.words.medicines.values(), *(group.label for group in aid.words.medicine_groups.values())]
    assert not [text for text in words if "stop" in text.lower()]
    assert aid.words.app["medicines.remember"] == "Do not stop any medicine on your own. Ask."
