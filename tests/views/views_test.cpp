// What a key is, and what holds of every thing that is seen.
#include "views/seen.hpp"
#include "views/thing.hpp"

namespace rostrum::views {

TEST_CASE("P4 the audience of a role is what the role may see") {
  CHECK(audience_of(Role::chair) == Audience::desk);
  CHECK(audience_of(Role::desk) == Audience::desk);
  CHECK(audience_of(Role::delegate) == Audience::delegate);
  CHECK(audience_of(Role::interpreter) == Audience::booth);
  CHECK(audience_of(Role::captioner) == Audience::booth);
  CHECK(audience_of(Role::observer) == Audience::public_);
  CHECK(audience_of(Role::display) == Audience::public_);
}

TEST_CASE("a key reads as protocol/rostrum/v1/view.proto says") {
  CHECK(Key{.kind = KeyKind::session}.text() == "session");
  CHECK(Key{.kind = KeyKind::meeting, .id = "m"}.text() == "meeting/m");
  CHECK(Key{.kind = KeyKind::panel, .id = "p"}.text() == "panel/p");
  CHECK(Key{.kind = KeyKind::delegation, .id = "KE"}.text() == "delegation/KE");
  CHECK(Key{.kind = KeyKind::panellist, .id = "p", .second = "it"}.text() == "panellist/p/it");
  CHECK(Key{.kind = KeyKind::queue, .id = "p"}.text() == "queue/p");
  CHECK(Key{.kind = KeyKind::entry, .number = 17}.text() == "entry/17");
  CHECK(Key{.kind = KeyKind::floor, .id = "p"}.text() == "floor/p");
  CHECK(Key{.kind = KeyKind::desk, .number = 17}.text() == "desk/17");
  CHECK(Key{.kind = KeyKind::standing, .id = "KE"}.text() == "standing/KE");
  CHECK(Key{.kind = KeyKind::point, .number = 17}.text() == "point/17");
  CHECK(Key{.kind = KeyKind::statement, .number = 17}.text() == "statement/17");
  CHECK(Key{.kind = KeyKind::signal, .number = 3}.text() == "signal/3");
  CHECK(Key{.kind = KeyKind::notice, .number = 3}.text() == "notice/3");
  CHECK(Key{.kind = KeyKind::help, .number = 3}.text() == "help/3");
  CHECK(Key{.kind = KeyKind::seat, .id = "KE-1"}.text() == "seat/KE-1");
  CHECK(Key{.kind = KeyKind::own_point, .id = "KE", .number = 17}.text() == "own/point/KE/17");
  CHECK(Key{.kind = KeyKind::own_statement, .id = "KE", .number = 17}.text() == "own/statement/KE/17");
  CHECK(Key{.kind = KeyKind::own_signal, .id = "KE", .number = 3}.text() == "own/signal/KE/3");
  CHECK(Key{.kind = KeyKind::own_notice, .id = "KE", .number = 3}.text() == "own/notice/KE/3");
  CHECK(Key{.kind = KeyKind::own_help, .id = "KE", .number = 3}.text() == "own/help/KE/3");
}

TEST_CASE("private_to names the delegation of what is its own, and nobody for what audiences share") {
  for (const KeyKind kind : {KeyKind::standing, KeyKind::own_point, KeyKind::own_statement, KeyKind::own_signal,
                             KeyKind::own_notice, KeyKind::own_help})
    CHECK(private_to({.kind = kind, .id = "KE"}) == DelegationId{"KE"});
  for (const KeyKind kind :
       {KeyKind::session, KeyKind::meeting, KeyKind::panel, KeyKind::delegation, KeyKind::panellist, KeyKind::queue,
        KeyKind::entry, KeyKind::floor, KeyKind::desk, KeyKind::point, KeyKind::statement, KeyKind::signal,
        KeyKind::notice, KeyKind::help, KeyKind::seat})
    CHECK_FALSE(private_to({.kind = kind, .id = "KE"}));
}

TEST_CASE("an entity that does not exist is not rendered") {
  const Given given = four_waiting();
  for (const Key& key :
       {Key{.kind = KeyKind::meeting, .id = "x"}, Key{.kind = KeyKind::panel, .id = "x"},
        Key{.kind = KeyKind::delegation, .id = "x"}, Key{.kind = KeyKind::panellist, .id = "high-level", .second = "x"},
        Key{.kind = KeyKind::queue, .id = "x"}, Key{.kind = KeyKind::entry, .number = 99},
        Key{.kind = KeyKind::floor, .id = "x"}, Key{.kind = KeyKind::desk, .number = 99}})
    CHECK_FALSE(render(given.state, key, Audience::desk));
}

TEST_CASE("every thing is rendered for those whom the list of things names, and says which keys it has") {
  const auto complete = [](const Thing& thing, bool shared, bool own) {
    CHECK((thing.shared != nullptr) == shared);
    CHECK((thing.own != nullptr) == own);
    // Of what there is one of each entry, a delegation's own may come and go.
    const bool own_passes = own && thing.of_entry && thing.passing;
    CHECK((thing.of_session != nullptr) + (thing.of_panel != nullptr) + (thing.of_entry != nullptr) +
              (thing.passing != nullptr) - own_passes ==
          1);
  };
#define ROSTRUM_SHARED(kind, Entity) complete(things::kind, true, false);
#define ROSTRUM_OWN(kind, Entity) complete(things::kind, false, true);
#define ROSTRUM_BOTH(kind, Entity) complete(things::kind, true, true);
  ROSTRUM_THINGS(ROSTRUM_SHARED, ROSTRUM_OWN, ROSTRUM_BOTH)
}

}  // namespace rostrum::views
