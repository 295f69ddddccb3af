#include "simulation/troubles.hpp"

#include <array>

#include "base/assert.hpp"
#include "ledger/agreed/archive.hpp"
#include "support/secrets.hpp"

namespace rostrum::simulation {

namespace {

bool is_forward(const ledger::ask::Tell& tell) {
  const auto message = seals_of_world().open(*tell.message);
  return message && std::holds_alternative<ledger::Forward>(*message);
}

}  // namespace

void Troubles::again_and_again(const std::optional<Millis>& every, std::function<void()> trouble) {
  if (!every) return;
  later(chance_.span({}, *every + *every), [this, every, trouble = std::move(trouble)] {
    if (around_.quiet()) return;
    trouble();
    again_and_again(every, trouble);
  });
}

void Troubles::begin() {
  const Setting::Every& every = around_.setting.every;
  const auto node = [this]() -> Node& { return *chance_.pick(around_.nodes); };
  const auto client = [this]() -> Client& { return *chance_.pick(around_.clients); };
  if (around_.servers != nullptr) begin_with_servers();
  again_and_again(every.cut, [client] { client().break_line(); });
  again_and_again(every.slow_reader, [this, client] { client().read_nothing_for(chance_.span({}, seconds(8))); });
  again_and_again(every.stray, [client] { client().send_stray(); });
  again_and_again(every.crash, [this, node] { crash(node()); });
  again_and_again(every.jump, [this, node] {
    Node& of = node();
    // Only among several is a clock drawn to the others', so that it may also jump back.
    const bool back = around_.setting.shared() && chance_.one_in(2);
    const Millis span = chance_.span({}, around_.setting.shared() ? minutes(60) : seconds(90));
    around_.trace.say(around_.loop.now(), of.name(), back ? "'s clock jumps back" : "'s clock jumps", "ms",
                      static_cast<std::uint64_t>(span.value));
    of.jump(back ? Millis{} - span : span);
  });
  again_and_again(every.slow_disk, [this, node] {
    Node& of = node();
    around_.trace.say(around_.loop.now(), of.name(), "'s disk is slow");
    of.disk().write_most = chance_.span(Millis{200}, seconds(4));
    later(chance_.span({}, seconds(10)), [this, &of] { of.disk().write_most = around_.setting.write_most; });
  });
  again_and_again(every.full_disk, [this, node] {
    Node& of = node();
    around_.trace.say(around_.loop.now(), of.name(), "'s disk is full");
    of.disk().full = true;
    later(chance_.span({}, seconds(10)), [this, &of] {
      of.disk().full = false;
      around_.trace.say(around_.loop.now(), of.name(), "'s disk has room");
    });
  });
}

void Troubles::begin_with_servers() {
  const Setting::Every& every = around_.setting.every;
  const auto node = [this]() -> Node& { return *chance_.pick(around_.nodes); };
  const auto server = [this] { return chance_.below(around_.servers->count()); };
  const auto mostly_writer = [this, node]() -> Node& {
    Node* writes = writer();
    return writes != nullptr && !chance_.one_in(4) ? *writes : node();
  };
  const auto a_while = [this] { return chance_.span({}, seconds(8)); };
  again_and_again(every.freeze, [this, node, a_while] {
    // Now and then for longer than any answer is waited for.
    node().freeze(chance_.one_in(20) ? ledger::late_most + a_while() : a_while());
  });
  again_and_again(every.take_over, [node] { node().take_over(); });
  again_and_again(every.hand_over, [this, mostly_writer] {
    Node& of = mostly_writer();
    of.hand_over();
    later(chance_.span({}, seconds(3)), [&of] {
      if (of.up()) of.crash();
    });
  });
  again_and_again(every.server_away, [this, server, a_while] { around_.servers->stop(server(), a_while()); });
  again_and_again(every.server_freeze, [this, server, a_while] { around_.servers->freeze(server(), a_while()); });
  again_and_again(every.server_restart, [this, server] {
    const ledger::ServerNumber number = server();
    const bool loses_all = chance_.one_in(3) && may_lose_all(number);
    around_.servers->restart(number, chance_.span({}, seconds(3)), loses_all);
  });
  again_and_again(every.server_full, [this, server, a_while] { around_.servers->fill(server(), a_while()); });
  again_and_again(every.line_lost, [this, mostly_writer, server] {
    const std::size_t of = mostly_writer().number();
    const bool all = chance_.one_in(3);
    const ledger::ServerNumber one = server();
    for (ledger::ServerNumber number = 0; number < around_.servers->count(); ++number)
      if (all || number == one) around_.servers->lose_line(of, number, chance_.span({}, Millis{500}));
  });
  again_and_again(every.wipe, [this] { wipe_one(); });
  again_and_again(every.cut_off, [this, node, a_while] {
    const std::size_t of = node().number();
    const Millis span = a_while();
    const auto way = chance_.pick(std::array{Servers::Way::both, Servers::Way::to_server, Servers::Way::to_node});
    const bool all = chance_.one_in(3);
    for (ledger::ServerNumber number = 0; number < around_.servers->count(); ++number)
      if (all || chance_.one_in(2)) around_.servers->cut(of, number, way, span);
  });
  again_and_again(every.deafen, [this, mostly_writer, a_while] {
    const std::size_t of = mostly_writer().number();
    const Millis span = a_while();
    const bool all = chance_.one_in(2);
    for (ledger::ServerNumber number = 0; number < around_.servers->count(); ++number)
      if (all || chance_.one_in(2)) around_.servers->deafen(of, number, span);
  });
  again_and_again(every.strand, [this] { strand(); });
  again_and_again(every.usurp, [this] { usurp(); });
  again_and_again(every.inherit, [this] { inherit(); });
  again_and_again(every.forget, [this] { forget(); });
  again_and_again(every.late_vote, [this] { late_vote(); });
  again_and_again(every.hold_back, [this] { hold_back(); });
  again_and_again(every.forge, [this] { forge(); });
}

Node* Troubles::writer() {
  for (const auto& node : around_.nodes)
    if (node->writes()) return node.get();
  return nullptr;
}

void Troubles::wipe_one() {
  const ledger::ServerNumber number = chance_.below(around_.servers->count());
  if (may_lose_all(number)) around_.servers->wipe(number);
}

/// Seldom the one with which most have forgotten everything: then nobody may go on.
bool Troubles::may_lose_all(ledger::ServerNumber number) {
  std::size_t members = 0;
  for (ledger::ServerNumber other = 0; other < around_.servers->count(); ++other)
    members += other != number && around_.servers->at(other).member();
  return ledger::most(members, around_.servers->count()) || chance_.one_in(12);
}

/// What the writer sends reaches one server alone; then both are away while others go on.
void Troubles::strand() {
  Node* of = writer();
  if (of == nullptr || around_.servers->count() < 3) return;
  const ledger::ServerNumber alone = chance_.below(around_.servers->count());
  const Millis span = chance_.span(Millis{50}, Millis{1'500});
  for (ledger::ServerNumber number = 0; number < around_.servers->count(); ++number)
    if (number != alone) around_.servers->cut(of->number(), number, Servers::Way::to_server, span);
  later(span, [this, of, alone] {
    around_.servers->stop(alone, chance_.span(seconds(2), seconds(8)));
    if (of->up() && chance_.one_in(2)) return of->crash();
    of->freeze(chance_.span({}, seconds(6)));
  });
}

/// The writer is cut off from some servers, so that it does not learn that another has the right to write; and a server
/// that it can reach has forgotten who that is.
void Troubles::usurp() {
  Node* of = writer();
  if (of == nullptr || !several()) return;
  Node& other = other_than(*of);
  const std::size_t few = around_.servers->count() / 2;
  const std::size_t first = chance_.below(around_.servers->count());
  const Millis span = chance_.span(seconds(1), seconds(6));
  for (std::size_t each = 0; each < few; ++each)
    around_.servers->cut(of->number(), (first + each) % around_.servers->count(), Servers::Way::both, span);
  // Of the others one takes part in the election, and is wiped after it; the rest do not hear of it.
  const ledger::ServerNumber wiped = (first + few) % around_.servers->count();
  for (ledger::ServerNumber number = 0; number < around_.servers->count(); ++number) {
    const bool takes_part =
        number == wiped || (number + around_.servers->count() - first) % around_.servers->count() < few;
    if (!takes_part)
      around_.servers->cut(other.number(), number, Servers::Way::both, chance_.span(Millis{200}, seconds(2)));
  }
  other.take_over();
  later(chance_.span({}, Millis{30} + around_.setting.network.latency_most + around_.setting.network.latency_most),
        [this, wiped] { around_.servers->wipe(wiped); });
}

Node& Troubles::other_than(const Node& node) {
  return *around_.nodes[(node.number() + 1 + chance_.below(around_.nodes.size() - 1)) % around_.nodes.size()];
}

/// Of three servers: an entry of one term stands on the first alone; one of a later term on the second alone; then the
/// first is inherited by a writer that brings it to the third, and nothing of its own; then that one is away, and the
/// second decides.
void Troubles::inherit() {
  Node* of = writer();
  if (of == nullptr || !several() || around_.servers->count() != 3) return;
  const ledger::ServerNumber first = chance_.below(3), second = (first + 1) % 3;
  Node& one = other_than(*of);
  Node& other = other_than(one);
  const auto appends_only_to = [](std::size_t node, ledger::ServerNumber server) {
    return [node, server](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
      const bool append = std::holds_alternative<ledger::ask::Append>(request.question);
      if (from == node && append && request.server != server) return Servers::never;
      return std::nullopt;
    };
  };
  around_.servers->interfere(seconds(2), appends_only_to(one.number(), first));
  insist(one);
  const Millis then = chance_.span(Millis{900}, Millis{1'500});
  later(then, [this, first, second, &one, &other, appends_only_to] {
    around_.servers->stop(first, seconds(2));
    one.freeze(seconds(2));
    around_.servers->interfere(seconds(2), appends_only_to(other.number(), second));
    insist(other);
  });
  later(then + seconds(2), [this, first, second, &one, &other] {
    around_.servers->stop(second, Millis{2'500});
    other.freeze(Millis{1'500});
    // What it has inherited arrives; what is its own is lost where it would stand, but for the first.
    around_.servers->interfere(
        Millis{2'600},
        [this, first, node = one.number()](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
          const auto* append = std::get_if<ledger::ask::Append>(&request.question);
          if (from != node || !append || append->entry->term != append->right.term) return std::nullopt;
          const bool would_stand =
              request.server != first && around_.servers->at(request.server).length() + 1 >= append->entry->seq.value;
          return would_stand ? std::optional(Servers::never) : std::nullopt;
        });
    insist(one);
  });
  later(then + Millis{4'600}, [this, first, &one, &other] {
    around_.servers->stop(first, seconds(4));
    one.freeze(seconds(3));
    insist(other);
  });
}

/// A node that still believes that it writes is told again once it may have learnt better.
void Troubles::insist(Node& node) {
  for (const Millis after : {Millis{0}, Millis{300}, Millis{600}})
    later(after, [&node] {
      if (!node.writes()) node.take_over();
    });
}

/// What the writer sends reaches one server, which is wiped; it is admitted, and not copied yet, when another has taken
/// it; then that one and the writer are away.
void Troubles::forget() {
  Node* of = writer();
  if (of == nullptr || !several()) return;
  Node& other = other_than(*of);
  const ledger::ServerNumber first = chance_.below(around_.servers->count());
  const ledger::ServerNumber second = (first + 1) % around_.servers->count();
  const Millis wiped = chance_.span(Millis{300}, Millis{1'500});
  const Millis taken = wiped + chance_.span(Millis{400}, Millis{1'200});
  const Millis gone = taken + chance_.span(Millis{60}, Millis{600});
  const Millis began = around_.loop.now();
  around_.servers->interfere(
      gone, [=, this, node = of->number()](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
        if (from != node || !std::holds_alternative<ledger::ask::Append>(request.question)) return std::nullopt;
        const Millis since = around_.loop.now() - began;
        const bool arrives = (request.server == first && since < wiped) || (request.server == second && since >= taken);
        return arrives ? std::nullopt : std::optional(Servers::never);
      });
  later(wiped, [this, first] { around_.servers->wipe(first); });
  later(gone, [this, of, &other, second] {
    around_.servers->stop(second, chance_.span(seconds(2), seconds(5)));
    of->freeze(chance_.span(seconds(2), seconds(5)));
    other.take_over();
  });
}

/// A node stands for the right to write. One server has granted it, and forgets that; the writer before admits it
/// again, and goes on by it and another; then the vote that was still needed arrives, of a server that is behind by
/// now.
void Troubles::late_vote() {
  Node* of = writer();
  if (of == nullptr || !several()) return;
  Node& other = other_than(*of);
  const ledger::ServerNumber first = chance_.below(around_.servers->count());
  const std::size_t few = around_.servers->count() / 2;
  const Millis late = chance_.span(Millis{500}, Millis{1'100});
  const Millis soon = Millis{5} + around_.setting.network.latency_most;
  const Millis behind = late - chance_.span(Millis{50}, Millis{300});
  const Millis began = around_.loop.now();
  around_.servers->interfere(
      late,
      [=, this, count = around_.servers->count(), writer = of->number(),
       node = other.number()](std::size_t from, const ledger::Request& request) -> std::optional<Millis> {
        const std::size_t place = (request.server + count - first) % count;  // the few first forget, the next is late
        const Millis since = around_.loop.now() - began;
        if (from == writer && place < few && since < soon) return Servers::never;
        if (from == writer && place == few && since >= behind &&
            std::holds_alternative<ledger::ask::Append>(request.question))
          return Servers::never;
        if (from != node || !std::holds_alternative<ledger::ask::Raise>(request.question) || place < few)
          return std::nullopt;
        return place == few ? late - since : Servers::never;
      });
  other.take_over();
  later(soon, [this, first, few] {
    for (std::size_t each = 0; each < few; ++each) around_.servers->wipe((first + each) % around_.servers->count());
  });
}

/// A copy of many a command that is forwarded comes long after the others, when it has been answered.
void Troubles::hold_back() {
  const ledger::ServerNumber late = chance_.below(around_.servers->count());
  const Millis by = chance_.span(seconds(1), seconds(8));
  around_.servers->interfere(seconds(10),
                             [late, by](std::size_t, const ledger::Request& request) -> std::optional<Millis> {
                               const auto* tell = std::get_if<ledger::ask::Tell>(&request.question);
                               const bool held = request.server == late && tell && is_forward(*tell);
                               return held ? std::optional(by) : std::nullopt;
                             });
}

/// Somebody who can write to the servers and has read a node's journal, and not its secret, tells that another commit
/// follows.
void Troubles::forge() {
  Node& read = *chance_.pick(around_.nodes);
  const ledger::SharedEntry last = ledger::last_entry(read.disk());
  auto forged = wire::decode_commit(last->stored);
  ROSTRUM_ASSERT(forged.has_value());
  forged->term += 1;
  forged->seq = last->seq.next();
  forged->previous = last->digest;
  forged->acts.front().command_id = "forged";
  forged->acts.front().events = {council::TermStarted{"forger"}};
  forged->acts.resize(1);
  auto stored = std::make_shared<const wire::StoredCommit>(wire::encode(*forged, test::known_salts));
  const auto message =
      std::make_shared<const ledger::Sealed>(seals_of_strangers().seal(ledger::Bell{.term = {forged->term},
                                                                                    .writer = "forger",
                                                                                    .seq = forged->seq,
                                                                                    .digest = sha256(stored->bytes),
                                                                                    .commit = stored,
                                                                                    .now = forged->acts.front().at,
                                                                                    .successor = {},
                                                                                    .held = {}}));
  around_.trace.say(around_.loop.now(), "somebody", "forges", "commit", forged->seq.value);
  for (ledger::ServerNumber server = 0; server < around_.servers->count(); ++server)
    around_.servers->tell(server, message);
}

void Troubles::crash(Node& node) {
  if (!node.up()) return;
  if (chance_.one_in(2)) return node.crash_at_next_commit(static_cast<CrashAt>(chance_.below(3)));
  node.crash();
}

}  // namespace rostrum::simulation
