#include "chamber/asio_scheduler.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cmath>

namespace rostrum::chamber {

namespace asio = boost::asio;

namespace {

// A timer is set anew at least so often: the session's clock may be drawn to the wall clock meanwhile.
constexpr std::chrono::milliseconds wait_most{60'000};

}  // namespace

struct AsioScheduler::Parts {
  Parts(asio::io_context& hall_context, Clock& session_clock)
      : hall(hall_context),
        clock(session_clock),
        timer(hall_context),
        writer(1) {}

  void wait() {
    const double real_ms = static_cast<double>((wake - clock.now()).value) / clock.speed();
    const auto span = std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(std::max(0.0, real_ms))));
    timer.expires_after(std::min(span, wait_most));
    timer.async_wait([this](const boost::system::error_code& error) {
      if (error) return;
      if (clock.now() < wake)
        wait();
      else
        std::exchange(then, [] {})();
    });
  }

  asio::io_context& hall;
  Clock& clock;
  asio::steady_timer timer;
  Instant wake;
  std::function<void()> then = [] {};
  asio::thread_pool writer;
};

AsioScheduler::AsioScheduler(asio::io_context& hall, Clock& clock) : parts_(std::make_unique<Parts>(hall, clock)) {}

AsioScheduler::~AsioScheduler() { parts_->writer.join(); }

void AsioScheduler::write(std::function<void()> job, std::function<void()> done) {
  asio::post(parts_->writer, [&hall = parts_->hall, work = asio::make_work_guard(parts_->hall), job = std::move(job),
                              done = std::move(done)]() mutable {
    job();
    asio::post(hall, std::move(done));
  });
}

void AsioScheduler::wake_at(Instant at, std::function<void()> then) {
  parts_->wake = at;
  parts_->then = std::move(then);
  parts_->wait();
}

void AsioScheduler::post(std::function<void()> then) { asio::post(parts_->hall, std::move(then)); }

}  // namespace rostrum::chamber
