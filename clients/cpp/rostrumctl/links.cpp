#include <iostream>

#include "access/sign_in_list.hpp"
#include "commands.hpp"
#include "sign_ins.hpp"

namespace rostrum::ctl {

int links(const LinksOptions& options) {
  const auto session = read_sign_ins(options.data, options.secret);
  if (!session) return complain(session.error());
  const auto lines = access::sign_in_list(session->state, session->codes, address_for(options.url, session->address));
  std::cout << (options.json ? access::as_json(lines) : access::as_text(lines));
  return done;
}

}  // namespace rostrum::ctl
