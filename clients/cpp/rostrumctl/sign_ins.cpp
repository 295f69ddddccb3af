#include "sign_ins.hpp"

#include <filesystem>
#include <fstream>

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

Result<SignIns, Failure> read_sign_ins(const std::string& data) {
  const auto journal = open_journal(data);
  if (!journal) return failure(journal.error());
  const auto secret = access::Secret::load((std::filesystem::path(data) / access::secret_file_name).string());
  if (!secret) return failure(secret.error());
  auto session = replay(**journal, false);
  if (session.failure) return failure(*std::move(session.failure));
  access::Codes codes(*secret, session.state);
  return SignIns{std::move(session.state), std::move(codes), address_in(data)};
}

}  // namespace rostrum::ctl
