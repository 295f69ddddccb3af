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

/// Kept by its alarm alone: a wait that has ended when the alarm is destroyed, and was not told yet, finds it gone.
class Waiter : public std::enable_shared_from_this<Waiter> {
 public:
  Waiter(asio::io_context& hall, Clock& clock) : clock_(clock), timer_(hall) {}

  void wait_until(Instant at, std::function<void()> then) {
    wake_ = at;
    then_ = std::move(then);
    wait();
  }

 private:
  void wait() {
    const double real_ms = static_cast<double>((wake_ - clock_.now()).value) / clock_.speed();
    const auto span = std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(std::max(0.0, real_ms))));
    timer_.expires_after(std::min(span, wait_most));
    timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
      const auto self = weak.lock();
      if (!error && self) self->look();
    });
  }

  void look() {
    if (clock_.now() < wake_) return wait();
    const auto then = std::exchange(then_, nullptr);
    if (then) then();
  }

  Clock& clock_;
  asio::steady_timer timer_;
  Instant wake_;
  std::function<void()> then_;
};

class AsioAlarm final : public Alarm {
 public:
  AsioAlarm(asio::io_context& hall, Clock& clock) : waiter_(std::make_shared<Waiter>(hall, clock)) {}

  void set(Instant at, std::function<void()> then) override { waiter_->wait_until(at, std::move(then)); }

 private:
  std::shared_ptr<Waiter> waiter_;
};

}  // namespace

struct AsioScheduler::Parts {
  Parts(asio::io_context& hall_context, Clock& session_clock) : hall(hall_context), clock(session_clock), writer(1) {}

  asio::io_context& hall;
  Clock& clock;
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

void AsioScheduler::post(std::function<void()> then) { asio::post(parts_->hall, std::move(then)); }

std::unique_ptr<Alarm> AsioScheduler::alarm() { return std::make_unique<AsioAlarm>(parts_->hall, parts_->clock); }

}  // namespace rostrum::chamber
