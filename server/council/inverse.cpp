#include "council/inverse.hpp"

namespace rostrum::council {

namespace {

struct Inverting {
  template <class Done>
  std::vector<Act> operator()(const Done& act) const {
    return by(Done::is.inverse, act);
  }

  template <class Done>
  std::vector<Act> by(NoInverse, const Done&) const {
    return {};
  }
  template <class Back, class Done>
  std::vector<Act> by(InverseOf<Back>, const Done& act) const {
    return {Back{subject(act)}};
  }
  template <class Done>
  std::vector<Act> by(Inverse (*made)(const State&, Instant, const Done&), const Done& act) const {
    return made(before, now, act).acts;
  }

  const State& before;
  Instant now;
};

}  // namespace

std::vector<Act> inverse(const State& before, Instant now, const Act& act) {
  return std::visit(Inverting{before, now}, act);
}

}  // namespace rostrum::council
