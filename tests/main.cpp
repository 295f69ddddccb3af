// What Catch2 does without a word on the command line: a case, or a section of one, that asserts nothing fails.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

int main(int argc, char* argv[]) {
  Catch::Session session;
  session.configData().warnings = Catch::WarnAbout::NoAssertions;
  return session.run(argc, argv);
}
