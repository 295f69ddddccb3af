#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <sys/stat.h>

#include "access/secret.hpp"
#include "base/assert.hpp"

namespace rostrum::access {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() {
    path = (fs::temp_directory_path() / "rostrum-secret-XXXXXX").string();
    ROSTRUM_ASSERT(::mkdtemp(path.data()) != nullptr);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file() const { return path + "/secret"; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator{}));
  }

  std::string path;
};

TEST_CASE("A secret is made once, for its owner alone, and is the same ever after", "[access]") {
  const Folder folder;
  const auto made = Secret::load_or_create(folder.file());
  REQUIRE(made);
  struct stat status{};
  REQUIRE(::stat(folder.file().c_str(), &status) == 0);
  CHECK((status.st_mode & 07777u) == 0600u);
  CHECK(status.st_size == static_cast<off_t>(secret_bytes));
  CHECK(folder.files() == 1);

  const auto again = Secret::load_or_create(folder.file());
  const auto loaded = Secret::load(folder.file());
  REQUIRE(again);
  REQUIRE(loaded);
  CHECK(again->hmac("x") == made->hmac("x"));
  CHECK(loaded->hmac("x") == made->hmac("x"));
}

TEST_CASE("Two secrets are not the same", "[access]") {
  const Folder one, other;
  const auto first = Secret::load_or_create(one.file());
  const auto second = Secret::load_or_create(other.file());
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->hmac("x") != second->hmac("x"));
}

TEST_CASE("Several that make the secret at once get the same one", "[access]") {
  const Folder folder;
  std::vector<Digest> digests(8);
  std::vector<std::thread> makers;
  for (auto& digest : digests)
    makers.emplace_back([&] {
      if (const auto secret = Secret::load_or_create(folder.file())) digest = secret->hmac("x");
    });
  for (auto& maker : makers) maker.join();
  CHECK(digests[0] != Digest{});
  for (const auto& digest : digests) CHECK(digest == digests[0]);
  CHECK(folder.files() == 1);
}

TEST_CASE("A secret that others can use is refused", "[access]") {
  const Folder folder;
  REQUIRE(Secret::load_or_create(folder.file()));
  for (const auto mode : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
    fs::permissions(folder.file(), fs::perms::owner_read | fs::perms::owner_write | mode);
    const auto refused = Secret::load_or_create(folder.file());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().find("others than its owner can use") != std::string::npos);
  }
}

TEST_CASE("A file that is no secret is refused and left as it is", "[access]") {
  const Folder folder;
  for (const auto size : {std::size_t{0}, secret_bytes - 1, secret_bytes + 1}) {
    std::ofstream(folder.file()) << std::string(size, 'x');
    fs::permissions(folder.file(), fs::perms::owner_read | fs::perms::owner_write);
    const auto refused = Secret::load_or_create(folder.file());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().ends_with("has " + std::to_string(size) + " bytes, a secret has 32"));
    CHECK(fs::file_size(folder.file()) == size);
  }
  fs::remove(folder.file());
  fs::create_directory(folder.file());
  CHECK_FALSE(Secret::load_or_create(folder.file()));
  fs::remove(folder.file());
  fs::create_symlink("elsewhere", folder.file());
  CHECK_FALSE(Secret::load_or_create(folder.file()));
}

TEST_CASE("Loading makes no secret, and making one needs a folder", "[access]") {
  const Folder folder;
  CHECK_FALSE(Secret::load(folder.file()));
  CHECK(folder.files() == 0);
  CHECK_FALSE(Secret::load_or_create(folder.path + "/none/secret"));
}

}  // namespace
}  // namespace rostrum::access
