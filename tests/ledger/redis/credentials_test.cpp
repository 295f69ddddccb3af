// Who a node is to the Redis servers, as its file says, and what is said of a file that does not.
#include "ledger/redis/credentials.hpp"

#include <catch2/catch.hpp>

#include "support/folder.hpp"

namespace rostrum::ledger::redis {
namespace {

namespace fs = std::filesystem;

class File {
 public:
  explicit File(const std::string& text, unsigned mode = 0600) {
    folder_.write("credentials", text);
    fs::permissions(path(), static_cast<fs::perms>(mode));
  }
  [[nodiscard]] fs::path path() const { return folder_.path() / "credentials"; }
  [[nodiscard]] std::string why_not() const {
    const auto credentials = credentials_of(path());
    return credentials ? "read" : credentials.error();
  }

 private:
  test::Folder folder_;
};

}  // namespace

TEST_CASE("The credentials of Redis servers are read from a file of two lines, the user's name in it or not") {
  struct Row {
    std::string text, user, password;
  };
  const Row rows[] = {
      {"user: rostrum\npassword: a secret\n", "rostrum", "a secret"},
      {"password: a secret\nuser: rostrum", "rostrum", "a secret"},
      {"password:  # user: 'x' \n", "", " # user: 'x' "},
      {"password: caf\xc3\xa9", "", "caf\xc3\xa9"},
  };
  for (const auto& [text, user, password] : rows) {
    const File file(text);
    const auto read = credentials_of(file.path());
    REQUIRE(read);
    CHECK(read->user == user);
    CHECK(read->password == password);
  }
  CHECK(File("password: x", 0400).why_not() == "read");
}

TEST_CASE("What is no line of credentials is told by file and line, with what was expected, and is not said again") {
  const std::pair<std::string, std::string> rows[] = {
      {"", ": expected a line 'password: TEXT'"},
      {"user: secret\n", ": expected a line 'password: TEXT'"},
      {"secret\n", ", line 1: expected 'user: NAME' or 'password: TEXT'"},
      {"password:secret\n", ", line 1: expected 'user: NAME' or 'password: TEXT'"},
      {"user: rostrum\npassword: \n", ", line 2: expected a text after the colon and the space"},
      {"password: secret\n\n", ", line 2: expected 'user: NAME' or 'password: TEXT'"},
      {"password: secret\npassword: secret\n", ", line 2: expected this only once"},
      {"user: rostrum\nuser: secret\npassword: secret", ", line 2: expected this only once"},
      {"user: a secret\npassword: x", ", line 1: expected a name without spaces"},
      {"password: secret\r\n", ", line 1: expected no control character, such as a carriage return"},
      {std::string("password: sec\0ret\n", 18), ", line 1: expected no control character, such as a carriage return"},
      {"password: " + std::string(credentials_bytes_max, 's'), " is too long: expected 4096 bytes at most"},
  };
  for (const auto& [text, says] : rows) {
    const File file(text);
    CHECK(file.why_not() == file.path().string() + says);
  }
}

TEST_CASE("Credentials that others can read are not used, nor what is no file") {
  for (const unsigned mode : {0640u, 0604u, 0610u, 0660u}) {
    const File file("password: secret\n", mode);
    CHECK(file.why_not().starts_with("others than its owner can use " + file.path().string() + " (mode 0"));
  }
  const test::Folder folder;
  const std::string missing = folder.path() / "missing";
  CHECK(credentials_of(missing).error() == "cannot read " + missing + ": No such file or directory");
  CHECK(credentials_of(folder.path()).error() == folder.path().string() + " is not a file");
  const File file("password: secret\n");
  fs::create_symlink(file.path(), folder.path() / "link");
  CHECK(credentials_of(folder.path() / "link").error().starts_with("cannot read "));
}

}  // namespace rostrum::ledger::redis
