#include "ledger/redis/requests.hpp"

#include "base/assert.hpp"

namespace rostrum::ledger::redis {

namespace {

std::string text_of(Seq seq) { return std::to_string(seq.value); }
std::string text_of(const Digest& digest) { return std::string(as_bytes(digest)); }

std::string row_of(const Entry& entry) {
  std::string row = text_of(entry.digest) + redis::text_of(entry.term);
  return row += entry.stored.bytes;
}

/// What a script is told beyond what every one is.
struct Arguments {
  const SessionId& session;

  Command operator()(const ask::Raise& ask) const { return of(ask.right); }
  Command operator()(const ask::Append& ask) const {
    const Entry& entry = *ask.entry;
    ROSTRUM_ASSERT(entry.seq.value > 0);
    return of(ask.right, {text_of(entry.seq), text_of(entry.previous), row_of(entry), entry.stored.beside});
  }
  Command operator()(const ask::Admit& ask) const { return of(ask.right, {ask.life}); }
  Command operator()(const ask::Confirm& ask) const { return of(ask.right, {text_of(ask.seq), text_of(ask.digest)}); }
  Command operator()(const ask::Enter& ask) const {
    ROSTRUM_ASSERT(ask.set != no_set);
    return of(ask.right, {ask.set, text_of(ask.seq), text_of(ask.digest)});
  }
  Command operator()(const ask::Ring& ask) const { return of(ask.right, {channel_of(session), *ask.message}); }
  Command operator()(const ask::Read& ask) const {
    return {text_of(ask.from), text_of(ask.upto), text_of(ask.digest), std::to_string(page_bytes_max)};
  }
  Command operator()(const ask::Tell& ask) const { return {channel_of(session), *ask.message}; }

 private:
  static Command of(const Right& right, Command more = {}) {
    more.insert(more.begin(), {redis::text_of(right.term), right.writer});
    return more;
  }
};

struct Scripts {
  const Script& operator()(const ask::Raise&) const { return script::raise; }
  const Script& operator()(const ask::Append&) const { return script::append; }
  const Script& operator()(const ask::Admit&) const { return script::admit; }
  const Script& operator()(const ask::Confirm&) const { return script::confirm; }
  const Script& operator()(const ask::Enter&) const { return script::enter; }
  const Script& operator()(const ask::Ring&) const { return script::ring; }
  const Script& operator()(const ask::Read&) const { return script::read; }
  const Script& operator()(const ask::Tell&) const { return script::tell; }
};

/// What all that a server holds of a session begins with.
std::string tag_of(const SessionId& session) {
  ROSTRUM_ASSERT(!session.empty() && session.value.find_first_of("{}") == std::string::npos);
  return '{' + session.value + '}';
}

}  // namespace

std::array<std::string, 3> keys_of(const SessionId& session) {
  const std::string tag = tag_of(session);
  return {tag + ":ballot", tag + ":log", tag + ":beside"};
}

std::string channel_of(const SessionId& session) { return tag_of(session) + ":told"; }

std::string text_of(Term term) {
  const std::string digits = std::to_string(term.value);
  return std::string(term_digits - digits.size(), '0') + digits;
}

const Script& script_of(const Question& question) { return std::visit(Scripts{}, question); }

Command command_of(const Asker& asker, const Question& question, Naming naming) {
  ROSTRUM_ASSERT(!asker.life.empty());
  ROSTRUM_ASSERT(asker.set != no_set || !std::holds_alternative<ask::Admit>(question));
  const Script& script = script_of(question);
  const auto keys = keys_of(asker.session);
  Command command = naming == Naming::by_digest ? Command{"EVALSHA", std::string(script.sha1)}
                                                : Command{"EVAL", std::string(script.text)};
  command.push_back(std::to_string(keys.size()));
  command.insert(command.end(), keys.begin(), keys.end());
  command.insert(command.end(), {asker.life, asker.set});
  for (std::string& argument : std::visit(Arguments{asker.session}, question)) command.push_back(std::move(argument));
  return command;
}

}  // namespace rostrum::ledger::redis
