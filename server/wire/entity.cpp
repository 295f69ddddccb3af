#include "wire/entity.hpp"

#include "base/assert.hpp"
#include "wire/terms.hpp"

namespace rostrum::wire {

namespace {

using wire::put;

template <class Ids, class Field>
void put_ids(Field& into, const Ids& ids) {
  for (const auto& id : ids) into.Add(std::string(id.value));
}

v1::Outcome to_wire_outcome(council::Outcome outcome) {
  switch (outcome) {
  case council::Outcome::removed:
    return v1::OUTCOME_REMOVED;
  case council::Outcome::no_show:
    return v1::OUTCOME_NO_SHOW;
  case council::Outcome::no_show_off:
    return v1::OUTCOME_NO_SHOW_OFF;
  case council::Outcome::restored:
    return v1::OUTCOME_RESTORED;
  case council::Outcome::returned:
    return v1::OUTCOME_RETURNED;
  case council::Outcome::cut:
    return v1::OUTCOME_CUT;
  case council::Outcome::upheld:
    return v1::OUTCOME_UPHELD;
  case council::Outcome::overruled:
    return v1::OUTCOME_OVERRULED;
  case council::Outcome::noted:
    return v1::OUTCOME_NOTED;
  case council::Outcome::in_writing:
    return v1::OUTCOME_IN_WRITING;
  case council::Outcome::carried:
    return v1::OUTCOME_CARRIED;
  case council::Outcome::not_carried:
    return v1::OUTCOME_NOT_CARRIED;
  case council::Outcome::lapsed:
    return v1::OUTCOME_LAPSED;
  }
  ROSTRUM_ASSERT(false);
}

/// Writes an entity into the field of its kind.
class Putting {
 public:
  explicit Putting(v1::Entity& into) : into_(into) {}

  void operator()(const views::Session& entity) const {
    v1::Session& session = *into_.mutable_session();
    session.set_id(entity.plan.id.value);
    put(*session.mutable_title(), entity.plan.title);
    put(*session.mutable_theme(), entity.plan.theme);
    session.set_timezone(entity.plan.timezone);
    session.mutable_languages()->Assign(entity.plan.languages.begin(), entity.plan.languages.end());
    put_ids(*session.mutable_meetings(), entity.meetings);
    put_ids(*session.mutable_panels(), entity.panels);
    session.set_mocion_de_orden(entity.plan.mocion_de_orden);
  }

  void operator()(const views::Meeting& entity) const {
    v1::Meeting& meeting = *into_.mutable_meeting();
    const council::MeetingPlan& plan = entity.meeting.plan;
    meeting.set_id(plan.id.value);
    put(*meeting.mutable_title(), plan.title);
    meeting.set_planned_start_at(plan.planned_start.value);
    meeting.set_planned_end_at(plan.planned_end.value);
    meeting.set_status(to_wire(entity.meeting.status));
    meeting.set_opened_at(or_zero(entity.meeting.opened_at));
    meeting.set_suspended_until(or_zero(entity.meeting.suspended_until));
    meeting.set_closed_at(or_zero(entity.meeting.closed_at));
  }

  void operator()(const views::Panel& entity) const {
    v1::Panel& panel = *into_.mutable_panel();
    put_plan(panel, entity.plan);
    panel.set_status(to_wire(entity.status));
    panel.set_list_status(to_wire(entity.list));
    panel.set_list_opens_at(or_zero(entity.list_opens_at));
    panel.set_list_closes_at(or_zero(entity.list_closes_at));
    panel.set_opened_at(or_zero(entity.opened_at));
    panel.set_spoken_ms(entity.spoken.value);
    panel.set_speeches(entity.speeches);
  }

  void operator()(const views::Delegation& entity) const {
    v1::Delegation& delegation = *into_.mutable_delegation();
    delegation.set_id(entity.plan.id.value);
    delegation.set_category(to_wire(entity.plan.category));
    delegation.mutable_groups()->Assign(entity.plan.groups.begin(), entity.plan.groups.end());
    put(*delegation.mutable_name(), entity.plan.name);
    delegation.set_flag(entity.plan.flag);
  }

  void operator()(const views::Panellist& entity) const {
    v1::Panellist& panellist = *into_.mutable_panellist();
    panellist.set_id(entity.plan.id.value);
    panellist.set_panel(entity.panel.value);
    put(*panellist.mutable_name(), entity.plan.name);
    put(*panellist.mutable_title(), entity.plan.title);
    panellist.set_flag(entity.plan.flag);
    panellist.set_speeches(entity.speeches);
    panellist.set_spoken_ms(entity.spoken.value);
    panellist.set_limit_ms(entity.limit.value);
  }

  void operator()(const views::Queue& entity) const {
    v1::Queue& queue = *into_.mutable_queue();
    queue.set_panel(entity.panel.value);
    for (const EntryId entry : entity.entries) queue.add_entries(entry.value);
    queue.mutable_mean_s()->Assign(entity.mean_s.begin(), entity.mean_s.end());
    queue.mutable_variance()->Assign(entity.variance.begin(), entity.variance.end());
    queue.set_finish_mean_s(entity.finish_mean_s);
    queue.set_finish_variance(entity.finish_variance);
    queue.set_speech_mean_s(entity.speech_mean_s);
    queue.set_speech_variance(entity.speech_variance);
    queue.set_next(or_zero(entity.next));
    for (const council::RegionStanding& standing : entity.regions) put(*queue.add_regions(), standing);
  }

  void operator()(const views::Entry& entity) const {
    v1::Entry& entry = *into_.mutable_entry();
    entry.set_id(entity.id.value);
    entry.set_panel(entity.panel.value);
    entry.set_delegation(or_empty(entity.delegation));
    entry.set_kind(to_wire(entity.kind));
    entry.set_language(entity.language);
    put_speaker(entry, entity.speaker);
    entry.set_on_behalf_of(entity.on_behalf_of);
    entry.set_addressed_to(or_empty(entity.addressed_to));
    entry.set_requested_at(entity.requested_at.value);
    entry.set_limit_ms(entity.limit.value);
    entry.set_moved(entity.moved);
    entry.set_skipped(entity.skipped);
    entry.set_statements_before(entity.statements_before);
    entry.set_body(entity.body);
    if (entity.rank) entry.set_rank(to_wire(*entity.rank));
    entry.set_reason(to_wire(entity.reason));
    entry.set_spoken_before_s(static_cast<std::uint32_t>(entity.spoken_before.value / 1000));
  }

  void operator()(const views::Floor& entity) const {
    v1::Floor& floor = *into_.mutable_floor();
    floor.set_panel(entity.panel.value);
    floor.set_last_speaker_returnable(entity.last_speaker_returnable);
    for (const views::Holding& held : entity.holdings) put_holding(*floor.add_holdings(), held);
  }

  void operator()(const views::Draw& entity) const {
    v1::Draw& draw = *into_.mutable_draw();
    draw.set_panel(entity.panel.value);
    draw.set_number(entity.draw.number);
    draw.set_reason(entity.draw.reason);
    draw.set_commitment(entity.draw.commitment);
    draw.set_prepared_at(entity.draw.prepared_at.value);
    draw.mutable_pool()->Assign(entity.draw.labels.begin(), entity.draw.labels.end());
    for (const EntryId id : entity.draw.pool) draw.add_entries(id.value);
    draw.set_frozen_at(or_zero(entity.draw.frozen_at));
    draw.set_word(entity.draw.word);
    draw.set_secret(entity.draw.secret);
    draw.set_seed(entity.draw.seed);
    draw.mutable_drawn()->Assign(entity.draw.drawn.begin(), entity.draw.drawn.end());
    draw.set_drawn_at(or_zero(entity.draw.drawn_at));
  }

  void operator()(const views::DeskNote& entity) const {
    v1::DeskNote& note = *into_.mutable_desk_note();
    note.set_entry(entity.entry.value);
    note.set_no_shows(entity.no_shows);
    note.set_requested_by(entity.requested_by.value);
    note.set_on_the_way_at(or_zero(entity.on_the_way_at));
  }

  void operator()(const views::Standing& entity) const {
    v1::Standing& standing = *into_.mutable_standing();
    standing.set_delegation(entity.delegation.value);
    standing.set_outcome(to_wire_outcome(entity.standing.outcome));
    standing.set_panel(entity.standing.panel.value);
    standing.set_kind(to_wire(entity.standing.kind));
    standing.set_at(entity.standing.at.value);
    standing.set_entry(or_zero(entity.standing.filed));
  }

  void operator()(const views::PointOfOrder& entity) const {
    v1::PointOfOrder& point = *into_.mutable_point_of_order();
    point.set_entry(entity.entry.value);
    point.set_panel(entity.panel.value);
    point.set_delegation(or_empty(entity.delegation));
    point.set_note(entity.note);
    point.set_raised_at(entity.raised_at.value);
    point.set_recognised(entity.recognised);
  }

  void operator()(const views::Motion& entity) const {
    v1::Motion& motion = *into_.mutable_motion();
    motion.set_entry(entity.entry.value);
    motion.set_panel(entity.panel.value);
    motion.set_delegation(or_empty(entity.delegation));
    motion.set_motion(to_wire(entity.motion));
    motion.set_moved_at(entity.moved_at.value);
    motion.set_taken_up(entity.taken_up);
    motion.set_speakers_for(entity.speakers_for);
    motion.set_speakers_against(entity.speakers_against);
    for (const council::OnMotion& one : entity.spoken) put_on_motion(*motion.add_spoken(), one);
    for (const council::OnMotion& one : entity.asks) put_on_motion(*motion.add_asks(), one);
    motion.set_objections_asked_at(or_zero(entity.objections_asked_at));
  }

  void operator()(const views::Statement& entity) const {
    v1::Statement& statement = *into_.mutable_statement();
    statement.set_entry(entity.entry.value);
    statement.set_panel(entity.panel.value);
    statement.set_delegation(or_empty(entity.delegation));
    statement.set_delivery(to_wire(entity.delivery));
    for (const views::StatementText& text : entity.texts) put_text(*statement.add_texts(), text);
    statement.set_released_at(or_zero(entity.released_at));
    statement.set_releases_at(or_zero(entity.releases_at));
    statement.set_filed_at(or_zero(entity.filed_at));
  }

  void operator()(const views::Signal& entity) const {
    v1::Signal& signal = *into_.mutable_signal();
    signal.set_id(entity.id.value);
    signal.set_kind(to_wire(entity.kind));
    signal.set_seat(entity.seat.value);
    signal.set_language(entity.language);
    signal.set_raised_at(entity.raised_at.value);
    signal.set_seen_at(or_zero(entity.seen_at));
    signal.set_speech(or_zero(entity.speech));
  }

  void operator()(const views::Notice& entity) const {
    v1::Notice& notice = *into_.mutable_notice();
    notice.set_id(entity.id.value);
    put(*notice.mutable_to(), entity.to);
    put(*notice.mutable_text(), entity.text);
    notice.set_sent_at(entity.sent_at.value);
  }

  void operator()(const views::Help& entity) const {
    v1::Help& help = *into_.mutable_help();
    help.set_id(entity.id.value);
    help.set_delegation(entity.delegation.value);
    help.set_note(entity.note);
    help.set_requested_at(entity.requested_at.value);
    help.set_status(to_wire(entity.status));
    help.set_taken_by(entity.taken_by.value);
  }

  void operator()(const views::Seat& entity) const {
    v1::Seat& seat = *into_.mutable_seat();
    seat.set_id(entity.plan.id.value);
    seat.set_role(to_wire(entity.plan.role));
    seat.set_delegation(or_empty(entity.plan.delegation));
    if (entity.plan.person) put(*seat.mutable_person(), *entity.plan.person);
    seat.set_language(entity.plan.language);
    seat.set_generation(entity.generation);
    seat.set_revoked(entity.revoked);
    seat.set_expires_at(or_zero(entity.expires_at));
  }

 private:
  static void put_plan(v1::Panel& panel, const council::PanelPlan& plan) {
    panel.set_id(plan.id.value);
    panel.set_meeting(plan.meeting.value);
    put(*panel.mutable_title(), plan.title);
    panel.set_draft(plan.draft);
    put(*panel.mutable_subtitle(), plan.subtitle);
    for (const council::Document& document : plan.documents) put(*panel.add_documents(), document);
    for (const council::Text& theme : plan.themes) put(*panel.add_themes()->mutable_title(), theme);
    for (const council::PanellistPlan& panellist : plan.panellists) panel.add_panellists(panellist.id.value);
    panel.set_order_policy(to_wire(plan.order_policy));
    put(*panel.mutable_limits(), plan.limits);
    panel.set_at_limit(to_wire(plan.at_limit));
    panel.set_grace_ms(plan.grace.value);
    panel.set_several_entries(plan.several_entries);
    panel.set_present_only(plan.present_only);
    panel.set_reserve_ms(plan.reserve.value);
    panel.set_members_share(plan.members_share);
  }

  static void put_on_motion(v1::OnMotion& into, const council::OnMotion& one) {
    into.set_delegation(one.delegation.value);
    into.set_side(to_wire(one.side));
  }

  static void put_holding(v1::Holding& into, const views::Holding& held) {
    if (const auto* entry = std::get_if<EntryId>(&held.of))
      into.set_entry(entry->value);
    else
      into.set_panellist(std::get<PanellistId>(held.of).value);
    into.set_delegation(or_empty(held.delegation));
    if (held.kind) into.set_kind(to_wire(*held.kind));
    into.set_language(held.language);
    put_speaker(into, held.speaker);
    into.set_on_behalf_of(held.on_behalf_of);
    into.set_body(held.body);
    into.set_started_at(held.started_at.value);
    into.set_motion(or_zero(held.motion));
    if (held.side) into.set_side(to_wire(*held.side));
    if (held.speech) put_clock(into, held);
  }

  static void put_clock(v1::Holding& into, const views::Holding& held) {
    into.set_speech(held.speech->value);
    into.set_limit_ms(held.limit.value);
    if (held.limit_of) into.set_limit_of(to_wire(*held.limit_of));
    into.set_amber_ms(held.amber.value);
    into.set_paused_ms(held.paused.value);
    if (held.paused_at) {
      into.set_paused_at(held.paused_at->value);
      into.set_pause_cause(to_wire(held.pause_cause));
    }
    if (held.cut_after) into.set_cut_after_ms(held.cut_after->value);
    into.set_paragraph(held.paragraph);
  }

  static void put_text(v1::StatementText& into, const views::StatementText& text) {
    into.set_language(text.language);
    into.set_version(text.version);
    into.set_format(to_wire(text.format));
    into.mutable_paragraphs()->Assign(text.paragraphs.begin(), text.paragraphs.end());
    into.set_words(text.words);
    into.set_submitted_at(text.submitted_at.value);
  }

  v1::Entity& into_;
};

}  // namespace

void put(v1::Entity& into, const views::Key& key, const views::Entity& entity) {
  into.set_key(key.text());
  std::visit(Putting(into), entity);
}

}  // namespace rostrum::wire
