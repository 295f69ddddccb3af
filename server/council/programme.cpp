#include "council/programme.hpp"

namespace rostrum::council {

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
