#include <filesystem>
#include <iostream>

#include "access/sign_in_list.hpp"
#include "commands.hpp"
#include "replay.hpp"

namespace rostrum::ctl {

int links(const LinksOptions& options) {
  const auto complain = [](const std::string& why) { return std::cerr << "rostrumctl: " << why << '\n', failed; };
  const auto journal = open_journal(options.data);
  if (!journal) return complain(journal.error());
  const auto secret = access::Secret::load((std::filesystem::path(options.data) / access::secret_file_name).string());
  if (!secret) return complain(secret.error());
  const auto session = replay(**journal, false);
  if (session.failure) return complain(*session.failure);
  const auto lines = access::sign_in_list(session.state, access::Codes(*secret, session.state), options.url);
  std::cout << (options.json ? access::as_json(lines) : access::as_text(lines));
  return done;
}

}  // namespace rostrum::ctl
