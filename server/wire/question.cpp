#include "wire/question.hpp"

#include "wire/characters.hpp"
#include "wire/frames.hpp"
#include "wire/terms.hpp"

namespace rostrum::wire {

namespace {

using council::Decided;
using wire::put;

std::optional<council::Rejection> refused_panel(const std::string& panel) {
  if (panel.size() <= id_bytes_max) return std::nullopt;
  return council::rejection(council::Code::malformed, "panel",
                            "an id of at most " + std::to_string(id_bytes_max) + " bytes");
}

Decided<council::Question> read(const v1::OrderQuestion& question) {
  if (auto refused = refused_panel(question.panel())) return failure(*std::move(refused));
  const auto policy = from_wire<council::OrderPolicy>(question.policy());
  if (!policy) return failure(council::rejection(council::Code::malformed, "policy", "one of the policies of a list"));
  return council::OrderQuestion{.panel = {question.panel()}, .policy = *policy, .anew = question.anew()};
}

Decided<council::Question> read(const v1::TimeQuestion& question) {
  if (auto refused = refused_panel(question.panel())) return failure(*std::move(refused));
  council::WhatIf what_if{.ends_at = unless_zero(question.ends_at()),
                          .list_closed = question.list_closed(),
                          .still_expected = question.still_expected()};
  if (question.limit_ms() != 0) what_if.limit = Millis{question.limit_ms()};
  if (question.has_reserve_ms()) what_if.reserve = Millis{question.reserve_ms()};
  return council::TimeQuestion{.panel = {question.panel()}, .what_if = what_if};
}

void put_heads(v1::Heads& into, const council::Heads& heads) {
  into.set_members(heads.members);
  into.set_others(heads.others);
}

v1::Remedy in_wire(council::Remedy remedy) {
  switch (remedy) {
  case council::Remedy::extend:
    return v1::REMEDY_EXTEND;
  case council::Remedy::close_list:
    return v1::REMEDY_CLOSE_LIST;
  case council::Remedy::lot:
    return v1::REMEDY_LOT;
  case council::Remedy::in_writing:
    return v1::REMEDY_IN_WRITING;
  case council::Remedy::members_first:
    break;
  }
  return v1::REMEDY_MEMBERS_FIRST;
}

void put_choice(v1::Choice& into, const council::Choice& choice) {
  into.set_remedy(in_wire(choice.remedy));
  into.set_minutes(choice.minutes);
  into.set_missing_s(choice.missing);
  into.set_places(choice.places);
  into.set_in_writing(choice.in_writing);
  into.set_of_them_members(choice.of_them_members);
  put_heads(*into.mutable_heard(), choice.heard);
  into.set_ends_at(choice.ends_at.value);
}

void put_prospect(v1::Prospect& into, const council::Prospect& prospect) {
  put(*into.mutable_limits(), prospect.limits);
  into.set_earliest_at(prospect.earliest.value);
  into.set_median_at(prospect.median.value);
  into.set_latest_at(prospect.latest.value);
  for (const EntryId id : prospect.not_heard) into.add_not_heard(id.value);
  into.set_left_to_members_s(prospect.left_to_members);
}

void put_budget(v1::TimeAnswer& into, const council::Budget& budget) {
  into.set_ends_at(budget.ends_at.value);
  into.set_floor_ends_at(budget.floor_ends_at.value);
  into.set_used_s(budget.used);
  into.set_before_s(budget.before);
  into.set_available_s(budget.available);
  into.set_planned_s(budget.planned);
  into.set_left_s(budget.left);
}

void put_answer(v1::TimeAnswer& into, const council::PanelTime& time) {
  into.set_panel(time.panel.value);
  into.set_at(time.at.value);
  put_budget(into, time.budget);
  put_heads(*into.mutable_waiting(), time.waiting);
  into.set_least_s(time.least);
  if (time.choices.empty()) {
    into.set_factor_part(static_cast<std::uint32_t>(time.factor.part()));
    into.set_factor_of(static_cast<std::uint32_t>(time.factor.of()));
    put(*into.mutable_fitting(), time.fitting);
    into.set_left_when_fitting_s(time.left_when_fitting);
  }
  for (const council::Choice& choice : time.choices) put_choice(*into.add_choices(), choice);
  put_prospect(*into.mutable_now(), time.now);
  put_prospect(*into.mutable_then(), time.then);
  for (const council::Bar& bar : time.bars) {
    v1::Bar& one = *into.add_bars();
    one.set_limit_ms(bar.limit.value);
    put_heads(*one.mutable_not_heard(), bar.not_heard);
  }
  into.set_due_to_members_s(time.due_to_members);
  into.set_missing_to_members_s(time.missing_to_members);
}

void put_answer(v1::OrderAnswer& into, const council::OrderPreview& preview) {
  into.set_panel(preview.panel.value);
  into.set_policy(to_wire(preview.policy));
  for (const EntryId id : preview.entries) into.add_entries(id.value);
  for (const council::Reason reason : preview.reasons) into.add_reasons(to_wire(reason));
  for (const council::RegionStanding& standing : preview.regions) put(*into.add_regions(), standing);
}

}  // namespace

Decided<council::Question> question_of(const v1::Question& question) {
  switch (question.question_case()) {
  case v1::Question::kTime:
    return read(question.time());
  case v1::Question::kOrder:
    return read(question.order());
  case v1::Question::QUESTION_NOT_SET:
    break;
  }
  return failure(council::rejection(council::Code::malformed, "question", "a question that this server knows"));
}

void put(v1::Answer& into, const council::Reply& reply) {
  if (const auto* time = std::get_if<council::PanelTime>(&reply))
    put_answer(*into.mutable_time(), *time);
  else
    put_answer(*into.mutable_order(), std::get<council::OrderPreview>(reply));
}

}  // namespace rostrum::wire
