#include "access/sheet.hpp"

#include <iostream>

#include <fmt/format.h>

#include "commands.hpp"
#include "ops/files.hpp"
#include "sign_ins.hpp"

namespace rostrum::ctl {

int sheet(const SheetOptions& options) {
  const auto session = read_sign_ins(options.data, options.secret);
  if (!session) return complain(session.error());
  const auto page =
      access::sheet(session->state, session->codes, address_for(options.url, session->address), options.language);
  if (options.output.empty()) {
    std::cout << page;
    return done;
  }
  // As the list of links: whoever reads it can act for anyone on it.
  if (auto written = ops::write_file(options.output, page, 0600); !written) return complain(written.error());
  return done;
}

}  // namespace rostrum::ctl
