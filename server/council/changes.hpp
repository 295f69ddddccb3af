// What an event has changed, for whoever shows the state: `evolve` notes it beside each change, so that nobody has to
// know again which event changes what. A thing may be noted twice. Who wants to know gives evolve an empty one for each
// event; a replay gives none, and nothing is noted.
//
// Touched by the strand of the session's chamber only.
#pragma once

#include <utility>
#include <vector>

#include "council/terms.hpp"

namespace rostrum::council {

struct Changes {
  bool created = false;  // the session: all there is
  std::vector<MeetingId> meetings;
  std::vector<PanelId> panels;    // what it is, how it and its list stand, what was spoken
  std::vector<PanelId> revealed;  // drafts no more
  std::vector<std::pair<PanelId, LimitOf>> limits;
  std::vector<std::pair<PanelId, PanellistId>> panellists;  // what they have spoken
  std::vector<PanelId> lists;                               // who waits, in which order, who is passed over
  std::vector<PanelId> expected;                            // when those who wait may speak, where nothing else tells
  std::vector<PanelId> draws;
  std::vector<EntryId> entries;     // anything of an entry but its text
  std::vector<EntryId> on_the_way;  // what its delegation has answered
  std::vector<EntryId> stands;      // the status of an entry, and that it is no longer the last to have had the floor
  std::vector<SpeechId> turns;      // speeches that have got, left or got back the floor
  std::vector<PanelId> floors;      // anything else of who has the floor: its clock, the paragraph, the point of order
  std::vector<DelegationId> standings;
  std::vector<DelegationId> heard;  // how many statements of its own it has made
  std::vector<EntryId> statements;
  std::vector<EntryId> motions;                              // how one stands, who asks to speak on it and who has
  std::vector<std::pair<EntryId, DelegationId>> on_motions;  // who asks to speak on one, or no longer does
  std::vector<SignalId> signals;
  std::vector<NoticeId> notices;
  std::vector<HelpId> helps;
  std::vector<SeatId> seats;  // their sign-ins
};

}  // namespace rostrum::council
