#include "sign_ins.hpp"

#include <filesystem>

namespace rostrum::ctl {

Result<SignIns, Failure> read_sign_ins(const std::string& data) {
  const auto journal = open_journal(data);
  if (!journal) return failure(journal.error());
  const auto secret = access::Secret::load((std::filesystem::path(data) / access::secret_file_name).string());
  if (!secret) return failure(secret.error());
  auto session = replay(**journal, false);
  if (session.failure) return failure(*std::move(session.failure));
  access::Codes codes(*secret, session.state);
  return SignIns{std::move(session.state), std::move(codes)};
}

}  // namespace rostrum::ctl
