#include "gateway/close_codes.hpp"

namespace rostrum::gateway {

std::string_view name(CloseCode code) {
  switch (code) {
  case CloseCode::unknown_code:
    return "unknown_code";
  case CloseCode::revoked:
    return "revoked";
  case CloseCode::malformed_frame:
    return "malformed_frame";
  case CloseCode::too_fast:
    return "too_fast";
  case CloseCode::too_slow_sign_in:
    return "too_slow_sign_in";
  case CloseCode::too_many_connections:
    return "too_many_connections";
  case CloseCode::going_away:
    return "going_away";
  case CloseCode::expired_code:
    return "expired_code";
  }
  return {};
}

bool reconnect(CloseCode code) {
  switch (code) {
  case CloseCode::unknown_code:
  case CloseCode::revoked:
  case CloseCode::malformed_frame:
  case CloseCode::expired_code:
    return false;
  case CloseCode::too_fast:
  case CloseCode::too_slow_sign_in:
  case CloseCode::too_many_connections:
  case CloseCode::going_away:
    return true;
  }
  return false;
}

const std::vector<CloseCode>& all_close_codes() {
  static const std::vector<CloseCode> all{CloseCode::unknown_code,     CloseCode::revoked,
                                          CloseCode::malformed_frame,  CloseCode::too_fast,
                                          CloseCode::too_slow_sign_in, CloseCode::too_many_connections,
                                          CloseCode::going_away,       CloseCode::expired_code};
  return all;
}

}  // namespace rostrum::gateway
