// Commands that act on a running server, as its desk: `revoke` and `issue`.
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "access/sign_in_list.hpp"
#include "client/client.hpp"
#include "commands.hpp"
#include "sign_ins.hpp"

namespace rostrum::ctl {

namespace {

using Json = nlohmann::ordered_json;

/// The code to act with: a desk's, else a chair's, of another seat than the one that is acted on.
Result<std::string, Failure> acting_code(const SignIns& session, const std::string& seat) {
  for (const auto role : {council::Role::desk, council::Role::chair}) {
    for (const auto* grant : access::grants_in_order(session.state))
      if (grant->role == role && grant->seat.value != seat) return session.codes.code(grant->id);
  }
  return failure(Failure("the session has no other seat of the desk or the chair to act with"));
}

std::string said(const client::Failure& failed, const std::string& server) {
  using Kind = client::Failure::Kind;
  switch (failed.kind) {
  case Kind::unreachable:
    return fmt::format("no server answers at {} ({}): start it, or name its address with --server", server, failed.why);
  case Kind::not_opened:
    return fmt::format("what answers at {} is no Rostrum server ({})", server, failed.why);
  case Kind::refused:
    if (failed.why == "expired_code") return "the codes of the desk and the chair have expired";
    if (failed.why == "unknown_code")
      return fmt::format("the server at {} does not know the desk's code: it runs on another data folder", server);
    return fmt::format("the server at {} refused the sign-in: {}", server, failed.why);
  case Kind::closed:
  case Kind::timed_out:
  case Kind::not_understood:
    break;
  }
  return fmt::format("the server at {} did not answer: {}", server, failed.why);
}

std::string said(const v1::Rejection& rejection) {
  if (rejection.code() == "unconfirmed")
    return "the server does not know yet whether it was done: look at the seat before you do it again";
  std::string details;
  for (const auto& [name, value] :
       std::map<std::string, std::string>(rejection.details().begin(), rejection.details().end()))
    details += fmt::format("{}{} {}", details.empty() ? "" : ", ", name, value);
  return "the server refused: " + rejection.code() + (details.empty() ? "" : " (" + details + ")");
}

/// Lets the desk do `command` on the running server.
Result<void, Failure> act(const SeatOptions& options, const v1::Command& command) {
  const auto session = read_sign_ins(options.data, options.secret);
  if (!session) return failure(session.error());
  if (!session->state.seats.contains(SeatId{options.seat}))
    return failure(fmt::format("the session has no seat \"{}\"", options.seat));
  const auto address = client::address_of(options.server);
  if (!address) return failure(address.error());
  const auto code = acting_code(*session, options.seat);
  if (!code) return failure(code.error());
  const auto client = client::Client::connect(*address, client::Codec::protobuf);
  if (!client) return failure(said(client.error(), options.server));
  if (const auto hello = (*client)->sign_in(*code); !hello) return failure(said(hello.error(), options.server));
  const auto answer = (*client)->act(command);
  (*client)->close();
  if (!answer) return failure(said(answer.error(), options.server));
  if (const auto* rejection = std::get_if<v1::Rejection>(&*answer)) return failure(said(*rejection));
  return {};
}

void print(const Json& json) { std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

}  // namespace

int revoke(const SeatOptions& options) {
  v1::Command command;
  command.mutable_revoke_seat()->set_seat(options.seat);
  if (auto acted = act(options, command); !acted) return complain(acted.error());
  if (options.json)
    print({{"seat", options.seat}, {"revoked", true}});
  else
    std::cout << fmt::format("The code of {} is void, and its devices are signed out.\n", options.seat);
  return done;
}

int issue(const SeatOptions& options) {
  v1::Command command;
  command.mutable_issue_code()->set_seat(options.seat);
  if (auto acted = act(options, command); !acted) return complain(acted.error());
  const auto session =
      read_sign_ins(options.data, options.secret);  // which holds the new grant: the act was acknowledged
  if (!session) return complain(session.error());
  const auto& grant = session->state.seat_grants.at(SeatId{options.seat});
  const auto code = session->codes.code(grant);
  if (code.empty()) return complain(fmt::format("the new code of {} was revoked meanwhile", options.seat));
  const auto address = address_for(options.url, session->address.value_or(options.server));
  const auto link = access::sign_in_url(address, code);
  if (options.json)
    print({{"seat", options.seat}, {"code", access::shown(code)}, {"url", link}});
  else
    std::cout << fmt::format("{}  {}\n", access::shown(code), link);
  return done;
}

}  // namespace rostrum::ctl
