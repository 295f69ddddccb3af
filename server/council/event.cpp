#include "council/event.hpp"

namespace rostrum::council {

Event::Event() = default;
Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;
bool Event::operator==(const Event&) const = default;

}  // namespace rostrum::council
