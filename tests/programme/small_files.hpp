// A small programme and its roster, to be spoilt in one place or another, and what is then said of them.
#pragma once

#include <catch2/catch.hpp>

#include "files.hpp"
#include "programme/read_programme.hpp"

namespace rostrum::programme {

inline const std::string small_roster = "code,category,group,name,name_fr,flag\n"  //
                                        "KE,member,AG;G77,Kenya,,\n"
                                        "CS,member,EEG,Serbia and Montenegro,Serbie-et-Monténégro,\n"
                                        "WB,igo,,World Bank,,un\n";

inline const std::string small_programme =
    "session:\n"                                                                         // 1
    "  id: council\n"                                                                    // 2
    "  title: { en: Council, fr: Conseil }\n"                                            // 3
    "  theme: Coherence\n"                                                               // 4
    "  timezone: Europe/Zurich\n"                                                        // 5
    "  languages: [en, fr]\n"                                                            // 6
    "roster: roster.csv\n"                                                               // 7
    "defaults:\n"                                                                        // 8
    "  limits_s: { member: 240 }\n"                                                      // 9
    "  list_opens_at: \"09:30\"\n"                                                       // 10
    "meetings:\n"                                                                        // 11
    "  - id: morning\n"                                                                  // 12
    "    title: Morning\n"                                                               // 13
    "    date: 2005-11-29\n"                                                             // 14
    "    starts: 10:00\n"                                                                // 15
    "    ends: 13:00\n"                                                                  // 16
    "panels:\n"                                                                          // 17
    "  - id: opening\n"                                                                  // 18
    "    meeting: morning\n"                                                             // 19
    "    title: Opening\n"                                                               // 20
    "    documents: [{ symbol: IC/1, title: Note }]\n"                                   // 21
    "    themes: [Trust]\n"                                                              // 22
    "    panellists: [{ id: italy, name: Panellist from Italy, flag: it }]\n"            // 23
    "    at_limit: cut\n"                                                                // 24
    "    grace_s: 5\n"                                                                   // 25
    "  - id: special\n"                                                                  // 26
    "    meeting: morning\n"                                                             // 27
    "    draft: true\n"                                                                  // 28
    "    limits_s: { ngo: 60 }\n"                                                        // 29
    "    order: category\n"                                                              // 30
    "    several_entries: true\n"                                                        // 31
    "    list_opens_at: 2005-11-28T18:00\n"                                              // 32
    "seats:\n"                                                                           // 33
    "  - { id: screen-1, role: display }\n"                                              // 34
    "  - { id: KE, role: delegate, delegation: KE, language: fr }\n"                     // 35
    "participants:\n"                                                                    // 36
    "  - { id: WB-1, delegation: WB, name: A. Person (fictional), title: Director }\n";  // 37

inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The problems of these files as sentences, without the folder.
inline std::vector<std::string> problems_of(const std::string& programme, const std::string& roster = small_roster) {
  const Files files;
  files.write("roster.csv", roster);
  const auto read = read_programme(files.write("council.yaml", programme));
  std::vector<std::string> sentences;
  if (read) return sentences;
  const auto folder = files.path("");
  for (const auto& problem : read.error()) {
    auto text = sentence(problem);
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) text.erase(at, folder.size());
    sentences.push_back(std::move(text));
  }
  return sentences;
}

using Sentences = std::vector<std::string>;

struct Broken {
  std::string from;
  std::string to;
  Sentences expected;
};

}  // namespace rostrum::programme
