#include "main_told.hpp"

#include <algorithm>
#include <iterator>

#include <boost/asio/ip/host_name.hpp>
#include <fmt/format.h>

#include "ops/files.hpp"
#include "ops/log.hpp"
#include "ops/process.hpp"

namespace rostrum {

namespace {

std::string address(const Options& options, const std::string& host, std::uint16_t port) {
  return fmt::format("{}://{}:{}", options.tls_certificate.empty() ? "http" : "https", host, port);
}

Result<void, std::string> write_sign_ins(const std::filesystem::path& file, const Sessions& sessions,
                                         const std::string& url) {
  std::vector<access::SignInLine> all;
  for (const auto& session : sessions) std::ranges::move(session->sign_ins(url), std::back_inserter(all));
  return ops::write_file(file, access::as_json(all), 0600);
}

/// What stands above what is said of one of several sessions.
std::string heading(const Sessions& sessions, const ServedSession& session) {
  return sessions.size() > 1 ? fmt::format("\nSession {}\n", session.id().value) : "";
}

}  // namespace

std::string address_here(const Options& options, std::uint16_t port) {
  return address(options, in_address(options.host), port);
}

std::string address_for_links(const Options& options, std::uint16_t port) {
  if (options.url) return *options.url;
  const bool everywhere = options.host == "0.0.0.0" || options.host == "::";
  boost::system::error_code error;
  const std::string name = everywhere ? boost::asio::ip::host_name(error) : "";
  return address(options, name.empty() ? in_address(options.host) : name, port);
}

Result<void, std::string> tell_ready(const Options& options, const Sessions& sessions, std::uint16_t port) {
  const std::string for_links = address_for_links(options, port);
  if (options.sign_in_json)
    if (auto written = write_sign_ins(*options.sign_in_json, sessions, for_links); !written) return written;
  for (const auto& session : sessions) {
    const std::string warnings = session->warnings();
    if (warnings.empty()) continue;
    fmt::print("{}{}", heading(sessions, *session), warnings);
    ops::warn("not_as_before", {{"session", session->id().value}, {"what", warnings}});
  }
  fmt::print("Rostrum is ready at {}\n", address_here(options, port));
  for (const auto& session : sessions) fmt::print("{}{}", heading(sessions, *session), session->welcome(for_links));
  for (const auto& session : sessions) {
    ops::info("started", {{"session", session->id().value},
                          {"seq", session->chamber().seq().value},
                          {"port", port},
                          {"version", ops::version()}});
  }
  return {};
}

}  // namespace rostrum
