#include "load/loop.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>

#include <sys/epoll.h>
#include <unistd.h>

#include "load/failed.hpp"

namespace rostrum::load {

namespace {

constexpr std::size_t buffer_bytes = 256u << 10;
constexpr std::size_t events_max = 512;

}  // namespace

Nanos now_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * second_ns + now.tv_nsec;
}

Nanos nanos_of(double seconds) {
  return seconds > 0 ? static_cast<Nanos>(seconds * static_cast<double>(second_ns)) : 0;
}

Loop::Loop() : epoll_(::epoll_create1(EPOLL_CLOEXEC)), buffer_(buffer_bytes, '\0') {
  if (epoll_ < 0) fail_with_errno("epoll");
}

Loop::~Loop() { ::close(epoll_); }

void Loop::watch(int descriptor, std::uint32_t events, Watched& watched) {
  epoll_event event{.events = events, .data = {.ptr = &watched}};
  if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) != 0) fail_with_errno("epoll");
}

void Loop::change(int descriptor, std::uint32_t events, Watched& watched) {
  epoll_event event{.events = events, .data = {.ptr = &watched}};
  if (::epoll_ctl(epoll_, EPOLL_CTL_MOD, descriptor, &event) != 0) fail_with_errno("epoll");
}

void Loop::turn(Nanos until) {
  std::array<epoll_event, events_max> events;
  const Nanos left = std::max<Nanos>(until - now_ns(), 0);
  const timespec wait{.tv_sec = left / second_ns, .tv_nsec = left % second_ns};
  const int count = ::epoll_pwait2(epoll_, events.data(), events_max, &wait, nullptr);
  if (count < 0 && errno != EINTR) fail_with_errno("epoll");
  for (int at = 0; at < count; ++at) static_cast<Watched*>(events[static_cast<std::size_t>(at)].data.ptr)->ready();
}

bool Loop::run_until(const std::function<bool()>& done, Nanos until) {
  while (!done()) {
    const bool last = now_ns() >= until;
    turn(until);
    if (last) return done();
  }
  return true;
}

void Loop::run_to(Nanos until) {
  run_until([] { return false; }, until);
}

}  // namespace rostrum::load
