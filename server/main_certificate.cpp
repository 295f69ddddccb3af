#include "main_certificate.hpp"

#include "base/clock.hpp"
#include "ops/log.hpp"
#include "programme/zone.hpp"

namespace rostrum {

namespace {

constexpr Millis warned_before = minutes(14 * 24 * 60);

/// Nobody looks at a certificate before clients refuse it.
void warn_of_end(Instant valid_until, const std::filesystem::path& certificate) {
  const Instant now = wall_now();
  if (valid_until >= now + warned_before) return;
  const auto utc = programme::Zone::named("UTC");
  ops::warn(valid_until <= now ? "certificate_expired" : "certificate_expires_soon",
            {{"file", certificate.string()},
             {"valid_until", utc ? programme::iso(utc->local(valid_until)) + 'Z' : std::to_string(valid_until.value)}});
}

}  // namespace

Result<std::shared_ptr<gateway::Tls>, std::string> load_certificate(const Options& options) {
  if (options.tls_certificate.empty()) return nullptr;
  auto loaded = gateway::Tls::load(options.tls_certificate, options.tls_key);
  if (loaded) warn_of_end((*loaded)->valid_until(), options.tls_certificate);
  return loaded;
}

}  // namespace rostrum
