#include "sign_ins.hpp"

#include <filesystem>
#include <fstream>

#include "access/secret_check.hpp"
#include "access/sign_in_list.hpp"

namespace rostrum::ctl {

namespace {

std::optional<std::string> address_in(const std::filesystem::path& data) {
  std::ifstream in(data / access::address_file_name);
  std::string address;
  if (!std::getline(in, address) || address.empty()) return std::nullopt;
  return address;
}

}  // namespace

Result<SignIns, Failure> read_sign_ins(const std::string& data, const std::string& secret_path) {
  const auto journal = open_journal(data);
  if (!journal) return failure(journal.error());
  auto session = replay(**journal, false);
  if (session.failure) return failure(*std::move(session.failure));
  const bool of_a_node = session.state.secret_check.has_value();
  if (of_a_node && secret_path.empty())
    return failure(data + " is that of one node among several: name the secret that all have, with --secret FILE");
  const auto secret = access::Secret::load(
      secret_path.empty() ? (std::filesystem::path(data) / access::secret_file_name).string() : secret_path);
  if (!secret) return failure(secret.error());
  if (of_a_node)
    if (auto why = access::why_not_served(session.state, session.epoch, *secret); !why.empty())
      return failure(std::move(why));
  access::Codes codes(*secret, session.state);
  return SignIns{std::move(session.state), std::move(codes), address_in(data)};
}

}  // namespace rostrum::ctl
