// What the header of a subject is written with: the names that its rules are declared by. A rule is an overload of
// `decide` or `evolve` beside its act or event: where one is missing, the council does not compile.
#pragma once

namespace rostrum::council {

struct Deciding;  // what a rule decides on (deciding.hpp)
struct Decision;  // events, or a rejection (deciding.hpp)
struct Evolving;  // what an event changes (evolving.hpp)

}  // namespace rostrum::council
