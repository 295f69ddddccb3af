// Questions of chair and desk, and their answers, between messages and council.
#pragma once

#include "council/question.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::wire {

namespace v1 = rostrum::v1;

/// What is asked, or the rejection that names the field. That it is about something is for the domain to say.
[[nodiscard]] council::Decided<council::Question> question_of(const v1::Question& question);

void put(v1::Answer& into, const council::Reply& reply);

}  // namespace rostrum::wire
