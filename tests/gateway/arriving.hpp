// Bytes that arrive piece by piece and then end, as Beast reads them from a socket; no socket is there.
#pragma once

#include <algorithm>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

namespace rostrum::gateway::test {

class Arriving {
 public:
  /// At most `piece_bytes` at a time, at least one.
  explicit Arriving(std::string_view bytes, std::size_t piece_bytes = 1'000'000)
      : rest_(bytes),
        piece_bytes_(std::max<std::size_t>(piece_bytes, 1)) {}

  template <class Buffers>
  std::size_t read_some(const Buffers& into, boost::system::error_code& error) {
    if (rest_.empty()) {
      error = boost::asio::error::eof;
      return 0;
    }
    error = {};
    const auto count = boost::asio::buffer_copy(into, boost::asio::buffer(rest_.substr(0, piece_bytes_)));
    rest_.remove_prefix(count);
    return count;
  }
  template <class Buffers>
  std::size_t read_some(const Buffers& into) {
    boost::system::error_code error;
    const auto count = read_some(into, error);
    if (error) throw boost::system::system_error(error);
    return count;
  }

 private:
  std::string_view rest_;
  std::size_t piece_bytes_;
};

}  // namespace rostrum::gateway::test
