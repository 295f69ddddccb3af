// The certificate that a server shows, where it was given one.
#pragma once

#include <memory>
#include <string>

#include "gateway/tls.hpp"
#include "main_options.hpp"

namespace rostrum {

/// None where the options name none: plain sockets. Fails in words. One that ends soon, or has ended, is used, and
/// warned of in the log.
[[nodiscard]] Result<std::shared_ptr<gateway::Tls>, std::string> load_certificate(const Options& options);

}  // namespace rostrum
