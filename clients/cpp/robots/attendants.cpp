// Booth, desk and captioner.
#include <array>

#include "robots/hall.hpp"
#include "robots/roles.hpp"
#include "robots/texts.hpp"

namespace rostrum::robots {

namespace {

constexpr int notices_at_once = 2;
constexpr int list_is_long_from = 25;
constexpr Millis signal_lasts = seconds(20);
constexpr Millis help_takes = seconds(45);

}  // namespace

std::optional<v1::Command> Booth::think() {
  v1::Command command;
  bool signals = false;
  const bool ends = any(store().entities(), "signal/", [&](const v1::Entity& entity) {
    const v1::Signal& signal = entity.signal();
    if (signal.seat() != hello().seat()) return false;
    signals = true;
    if (now() - Instant{signal.raised_at()} < signal_lasts) return false;
    command.mutable_end_signal()->set_signal(signal.id());
    return true;
  });
  if (ends) return command;
  const v1::Holding& floor = client::speaking(floor_of(store(), panel_under_way(store()).id()));
  if (signals || floor.speech() == 0 || !dice().once_in(15)) return std::nullopt;
  constexpr std::array kinds{v1::SIGNAL_KIND_SPEAK_SLOWLY, v1::SIGNAL_KIND_SPEAK_SLOWLY, v1::SIGNAL_KIND_SPEAK_SLOWLY,
                             v1::SIGNAL_KIND_MICROPHONE, v1::SIGNAL_KIND_NO_SOUND};
  command.mutable_raise_signal()->set_kind(dice().one_of(kinds));
  return command;
}

std::optional<v1::Command> Desk::think() {
  if (auto act = care_for_help()) return act;
  if (auto act = tell()) return act;
  return inscribe_guest();
}

std::optional<v1::Command> Desk::care_for_help() {
  v1::Command command;
  const bool acts = any(store().entities(), "help/", [&](const v1::Entity& entity) {
    const v1::Help& help = entity.help();
    if (help.status() == v1::HELP_STATUS_REQUESTED)
      command.mutable_take_help()->set_help(help.id());
    else if (now() - Instant{help.requested_at()} > help_takes)
      command.mutable_close_help()->set_help(help.id());
    else
      return false;
    return true;
  });
  return acts ? std::optional(command) : std::nullopt;
}

std::optional<v1::Command> Desk::tell() {
  if (tells_at_ == Instant{}) tells_at_ = now() + seconds(dice().between(40, 120));
  if (now() < tells_at_) return std::nullopt;
  v1::Command command;
  int standing = 0;
  const v1::Notice* oldest = nullptr;
  any(store().entities(), "notice/", [&](const v1::Entity& entity) {
    ++standing;
    if (oldest == nullptr || entity.notice().id() < oldest->id()) oldest = &entity.notice();
    return false;
  });
  if (standing >= notices_at_once) {
    command.mutable_withdraw_notice()->set_notice(oldest->id());
    return command;
  }
  tells_at_ = now() + seconds(dice().between(240, 600));
  auto& send = *command.mutable_send_notice();
  if (dice().once_in(4))
    send.mutable_to()->set_audience(v1::AUDIENCE_DELEGATE);
  else
    send.mutable_to()->set_all(true);
  const auto& words = notice(dice());
  for (const std::string& language : session_of(store()).languages())
    if (const auto found = words.find(language); found != words.end()) (*send.mutable_text())[language] = found->second;
  if (send.text().empty()) return std::nullopt;
  return command;
}

std::optional<v1::Command> Desk::inscribe_guest() {
  if (inscribes_at_ == Instant{}) inscribes_at_ = now() + seconds(dice().between(60, 300));
  const v1::Panel& panel = panel_under_way(store());
  if (now() < inscribes_at_ || panel.id().empty()) return std::nullopt;
  inscribes_at_ = now() + seconds(dice().between(600, 1'800));
  if (queue_of(store(), panel.id()).entries_size() >= list_is_long_from) return std::nullopt;
  v1::Command command;
  auto& request = *command.mutable_request_floor();
  const auto& languages = session_of(store()).languages();
  const std::string language = languages.at(static_cast<int>(dice().between(0, languages.size() - 1)));
  request.set_panel(panel.id());
  request.set_kind(v1::KIND_STATEMENT);
  request.set_language(language);
  const Person guest = person(dice(), language);
  request.mutable_speaker()->set_name(guest.name);
  request.mutable_speaker()->set_title(guest.title);
  request.set_body(body(dice(), language));
  return command;
}

std::optional<v1::Command> Captioner::think() {
  const v1::Holding& floor = client::speaking(floor_of(store(), panel_under_way(store()).id()));
  if (floor.speech() == 0 || floor.paused_at() != 0) return std::nullopt;
  const auto* statement = store().find("statement/" + std::to_string(floor.entry()));
  if (statement == nullptr) return std::nullopt;
  const auto reached = paragraph_reached(statement->statement(), floor.language(), spoken(floor, now()));
  if (reached <= floor.paragraph()) return std::nullopt;
  v1::Command command;
  command.mutable_reach_paragraph()->set_speech(floor.speech());
  command.mutable_reach_paragraph()->set_paragraph(reached);
  return command;
}

}  // namespace rostrum::robots
