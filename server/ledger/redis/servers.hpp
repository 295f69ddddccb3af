// The servers that a node asks and listens to, where they are Redis: its questions go out over a line to each, and what
// is told comes in over another. What has no answer of ours is not answered: whoever asked has a patience of its own,
// and asks again. Why it had none is kept, for whoever runs the servers.
//
// Of two addresses that are one server, and of two servers with one life, of which one is a copy of the other, each
// would be counted twice: the later in the list is not asked and not listened to while that holds.
//
// What is told by way of a server that is away, or has told nothing any more while others have, goes by way of another:
// all nodes listen to all, and who waits for an answer need not try a server in vain first.
//
// A server that was asked nothing for a second is asked what changes nothing. A line that died without a word is so
// noticed before it is needed: the pings of the other line, over which is listened, say nothing about this one. The
// answer tells the life of a server that is not asked otherwise, too, and what nobody was told yet of its faults.
//
// Used on the strand of its executor only.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include "ledger/agreed/questions.hpp"
#include "ledger/redis/connection.hpp"
#include "ledger/redis/troubles.hpp"

namespace rostrum::ledger::redis {

/// How a server is, for people.
struct ServerStanding {
  enum class Is : std::uint8_t {
    away,    // not reached, or not any more
    unfit,   // reached, but not to be used before somebody has changed it
    twice,   // another of the list as well: it is neither asked nor listened to
    deaf,    // asked, and not listened to
    faulty,  // some of what it is asked has no answer
    empty,   // it answers, and holds nothing of the session
    ready,
  };
  Is is = Is::away;
  std::string words;  // why, and what cures it where somebody has to

  /// It is asked and listened to, and answers.
  [[nodiscard]] bool answers() const { return is == Is::ready || is == Is::empty; }
  bool operator==(const ServerStanding&) const = default;
};
inline constexpr std::array ways_a_server_is{
    ServerStanding::Is::away,   ServerStanding::Is::unfit, ServerStanding::Is::twice, ServerStanding::Is::deaf,
    ServerStanding::Is::faulty, ServerStanding::Is::empty, ServerStanding::Is::ready};
/// In a word: "away".
[[nodiscard]] std::string_view name(ServerStanding::Is is);

class Servers final : public Carrier {
 public:
  /// Who is given what comes: on the strand, never inside a call to Servers, and it does not destroy them.
  class End {
   public:
    virtual ~End() = default;
    virtual void replied(std::uint64_t id, const Reply& reply) = 0;
    /// The message lives as long as the call.
    virtual void heard(ServerNumber server, std::string_view message) = 0;
    /// Whether what is told by way of that server arrives. At first it does not.
    virtual void listens(ServerNumber server, bool listening) = 0;
    /// What `standing_of` tells of it is another.
    virtual void changed(ServerNumber server) = 0;
  };

  struct Around {
    boost::asio::any_io_executor strand;
    SessionId session;
    std::vector<Terms> servers;                           // in the order of the list
    std::function<void(std::span<std::uint8_t>)> random;  // fills; never the same twice
    std::function<Moment()> moment;                       // how late it is
    End& end;
  };

  explicit Servers(Around around);
  ~Servers() override;
  Servers(const Servers&) = delete;
  Servers& operator=(const Servers&) = delete;

  void carry(Request request) override;

  [[nodiscard]] const ServerStanding& standing_of(ServerNumber server) const;
  /// Of the first that is not to be used before somebody has changed something, with its address; empty: there is none.
  [[nodiscard]] std::string why_unfit() const;
  [[nodiscard]] const Troubles& troubles_of(ServerNumber server) const;

 private:
  class All;
  std::shared_ptr<All> all_;
};

}  // namespace rostrum::ledger::redis
