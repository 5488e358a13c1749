"""The rules of content. Add one only after a mistake that it would have caught.

STRUCTURE is checked whenever the aid is loaded; TRANSLATION is the same for a language other than the first.
WORDING judges the words as written, and READING as they read with their placeholders filled.
"""

from decision_aid.content.rules import (
    balance,
    claims,
    contacts,
    coverage,
    dates,
    evidence,
    identifiers,
    instruments,
    interface,
    needed,
    odds_ratios,
    reading_level,
    references,
    short_layer,
    signs,
    situation,
    standards,
    swings,
    triggers,
    understanding,
    warning_signs,
    wording,
)
from decision_aid.content.rules.finding import Finding, Rule

TRANSLATION: tuple[Rule, ...] = (
    references.options_have_known_parts_and_pictures,
    references.rows_show_known_estimates,
    references.estimates_name_known_sources,
    references.key_facts_can_be_shown,
    references.the_visit_tells_known_factors,
    references.studies_alike_can_be_shown,
    references.changes_name_known_estimates,
    references.scales_exist,
    references.leanings_and_timelines_name_options,
    situation.factors_fit_their_kind,
    situation.what_to_tell_is_worded,
    warning_signs.red_flags_are_stated_somewhere,
    warning_signs.warning_signs_name_known_sources,
    triggers.questions_are_about_options,
    triggers.triggers_can_fire,
    claims.claims_are_borne_out,
    understanding.knowledge_can_be_answered,
    understanding.reflections_show_a_count,
    instruments.instruments_are_word_for_word,
    standards.items_account_for_themselves,
    standards.places_exist,
    swings.effects_can_be_weighed,
    swings.swings_hold_their_effects,
    dates.review_comes_after_evidence,
    dates.the_newest_change_is_the_evidence_date,
    evidence.sources_can_be_found,
    identifiers.identifiers_have_their_form,
    evidence.rows_share_one_denominator,
    evidence.rows_share_one_time,
    evidence.chosen_times_were_measured,
    evidence.a_chance_above_none_shows_people,
    odds_ratios.odds_ratios_fit_their_counts,
    odds_ratios.ranges_follow_their_odds_ratio,
    contacts.contacts_can_be_reached,
    contacts.coverage_rules_can_be_looked_up,
    coverage.estimates_are_worded,
    interface.interface_words_are_there,
    interface.every_form_for_a_number,
    signs.braces_hold_what_is_filled_in,
)
STRUCTURE: tuple[Rule, ...] = (
    *TRANSLATION,
    needed.sections_of_pages_are_there,
    coverage.everything_has_words,
    coverage.no_words_for_unknown_ids,
    coverage.options_answer_the_same_rows,
    coverage.rated_outcomes_have_facts,
    coverage.sections_show_known_pictures,
)
WORDING: tuple[Rule, ...] = (
    interface.no_interface_words_are_left_over,
    wording.numbers_stand_in_estimates,
    wording.half_points_stand_beside_their_figure,
    wording.no_word_takes_sides,
    signs.markdown_stands_in_sections_alone,
    wording.nobody_is_taken_for_a_man,
    claims.statements_are_claims,
    balance.one_call_out_a_page,
    short_layer.short_texts_are_shorter,
    short_layer.call_outs_stay_whole,
    short_layer.names_of_questions_are_short,
)
READING: tuple[Rule, ...] = (
    balance.options_get_the_same_space,
    reading_level.sentences_are_short,
    reading_level.pages_read_easily,
)

__all__ = ["READING", "STRUCTURE", "TRANSLATION", "WORDING", "Finding", "Rule"]
