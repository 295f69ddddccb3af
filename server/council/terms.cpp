#include "council/terms.hpp"

#include "base/assert.hpp"
#include "council/programme.hpp"

namespace rostrum::council {

std::string_view name(Role role) {
  switch (role) {
  case Role::chair:
    return "chair";
  case Role::desk:
    return "desk";
  case Role::delegate:
    return "delegate";
  case Role::interpreter:
    return "interpreter";
  case Role::captioner:
    return "captioner";
  case Role::observer:
    return "observer";
  case Role::display:
    return "display";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(Category category) {
  switch (category) {
  case Category::member:
    return "member";
  case Category::observer_state:
    return "observer_state";
  case Category::igo:
    return "igo";
  case Category::ngo:
    return "ngo";
  case Category::secretariat:
    return "secretariat";
  case Category::panellist:
    return "panellist";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(Kind kind) {
  switch (kind) {
  case Kind::statement:
    return "statement";
  case Kind::group_statement:
    return "group_statement";
  case Kind::question:
    return "question";
  case Kind::point_of_order:
    return "point_of_order";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(LimitOf of) {
  switch (of) {
  case LimitOf::member:
    return "member";
  case LimitOf::observer_state:
    return "observer_state";
  case LimitOf::igo:
    return "igo";
  case LimitOf::ngo:
    return "ngo";
  case LimitOf::secretariat:
    return "secretariat";
  case LimitOf::group_statement:
    return "group_statement";
  case LimitOf::question:
    return "question";
  case LimitOf::panellist:
    return "panellist";
  case LimitOf::point_of_order:
    return "point_of_order";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(OrderPolicy policy) {
  switch (policy) {
  case OrderPolicy::inscription_time:
    return "inscription_time";
  case OrderPolicy::category:
    return "category";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(AtLimit at_limit) {
  switch (at_limit) {
  case AtLimit::signal:
    return "signal";
  case AtLimit::cut:
    return "cut";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(Ruling ruling) {
  switch (ruling) {
  case Ruling::upheld:
    return "upheld";
  case Ruling::overruled:
    return "overruled";
  case Ruling::noted:
    return "noted";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(SignalKind kind) {
  switch (kind) {
  case SignalKind::speak_slowly:
    return "speak_slowly";
  case SignalKind::no_sound:
    return "no_sound";
  case SignalKind::microphone:
    return "microphone";
  }
  ROSTRUM_ASSERT(false);
}

std::string_view name(Audience audience) {
  switch (audience) {
  case Audience::public_:
    return "public";
  case Audience::delegate:
    return "delegate";
  case Audience::booth:
    return "booth";
  case Audience::desk:
    return "desk";
  }
  ROSTRUM_ASSERT(false);
}

Limits default_limits() {
  return {
      {LimitOf::member, seconds(180)},        {LimitOf::observer_state, seconds(120)},
      {LimitOf::igo, seconds(120)},           {LimitOf::ngo, seconds(120)},
      {LimitOf::secretariat, seconds(120)},   {LimitOf::group_statement, seconds(300)},
      {LimitOf::question, seconds(90)},       {LimitOf::panellist, seconds(480)},
      {LimitOf::point_of_order, seconds(60)},
  };
}

}  // namespace rostrum::council
