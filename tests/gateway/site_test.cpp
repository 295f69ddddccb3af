#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include <stdlib.h>

#include "gateway/routes.hpp"

using namespace rostrum::gateway;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "rostrum-site-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const Folder& with(const std::string& name, const std::string& content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return *this;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] Site read() const {
    auto site = Site::read(path_);
    REQUIRE(site);
    return *std::move(site);
  }

 private:
  fs::path path_;
};

struct Server {
  Site site;
  rostrum::ops::Health health;
  rostrum::ops::Metrics metrics;

  Reply get(std::string_view target, std::optional<std::string_view> if_none_match = std::nullopt,
            std::optional<std::string_view> accept_encoding = std::nullopt) const {
    return answer({true, target, if_none_match, accept_encoding}, site, health, metrics);
  }
  Reply packed(std::string_view target, std::string_view accept_encoding) const {
    return get(target, std::nullopt, accept_encoding);
  }
};

std::string header(const Reply& reply, std::string_view name) {
  for (const auto& [key, value] : reply.headers) {
    if (key == name) return value;
  }
  return "none";
}

}  // namespace

TEST_CASE("every screen is the one page") {
  const Folder folder;
  folder.with("index.html", "<!doctype html>");
  const Server server{folder.read(), {}, {}};
  for (const auto* target : {"/", "/join", "/chair", "/delegate", "/display", "/desk", "/booth", "/captions",
                             "/index.html", "/chair?language=fr"}) {
    CAPTURE(target);
    const Reply reply = server.get(target);
    CHECK(reply.status == 200);
    CHECK(reply.type == "text/html; charset=utf-8");
    CHECK(*reply.body == "<!doctype html>");
    CHECK(header(reply, "Cache-Control") == "no-cache");
  }
}

TEST_CASE("files have their types") {
  const Folder folder;
  folder.with("assets/a.js", "1").with("assets/a.css", "2").with("f.svg", "3").with("f.woff2", "4").with("f", "5");
  const Server server{folder.read(), {}, {}};
  CHECK(server.get("/assets/a.js").type == "text/javascript; charset=utf-8");
  CHECK(server.get("/assets/a.css").type == "text/css; charset=utf-8");
  CHECK(server.get("/f.svg").type == "image/svg+xml");
  CHECK(server.get("/f.woff2").type == "font/woff2");
  CHECK(server.get("/f").type == "application/octet-stream");
}

TEST_CASE("a file whose name holds a hash of its content may be kept for ever, others are asked for again") {
  const Folder folder;
  folder.with("assets/chair-D4f_x-9a.js", "1").with("assets/chair.js", "2").with("chair-D4f_x-9a.js", "3");
  const Server server{folder.read(), {}, {}};
  CHECK(header(server.get("/assets/chair-D4f_x-9a.js"), "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(server.get("/assets/chair.js"), "Cache-Control") == "no-cache");
  CHECK(header(server.get("/chair-D4f_x-9a.js"), "Cache-Control") == "no-cache");
}

TEST_CASE("a page that has not changed is not sent again") {
  const Folder folder;
  folder.with("index.html", "<!doctype html>");
  const Server server{folder.read(), {}, {}};
  const std::string etag = header(server.get("/"), "ETag");
  for (const std::string& known : {etag, "W/" + etag, "\"other\", " + etag, std::string("*")}) {
    CAPTURE(known);
    const Reply reply = server.get("/", known);
    CHECK(reply.status == 304);
    CHECK(reply.body == nullptr);
    CHECK(header(reply, "ETag") == etag);
  }
  CHECK(server.get("/", "\"other\"").status == 200);
}

TEST_CASE("a page that has changed has another tag") {
  const Folder folder;
  folder.with("index.html", "one");
  const std::string before = folder.read().find("/")->unpacked().etag;
  folder.with("index.html", "two");
  CHECK(folder.read().find("/")->unpacked().etag != before);
}

TEST_CASE("a page is sent in the smallest form that the client takes, told by its name and length") {
  const Folder folder;
  folder.with("assets/a.js", "the script itself").with("assets/a.js.br", "brotli").with("assets/a.js.gz", "by gzip");
  const Server server{folder.read(), {}, {}};
  const auto sent = [&](std::string_view accepted) {
    const Reply reply = server.packed("/assets/a.js", accepted);
    CHECK(reply.status == 200);
    CHECK(reply.type == "text/javascript; charset=utf-8");
    CHECK(header(reply, "Vary") == "Accept-Encoding");
    return std::pair(header(reply, "Content-Encoding"), *reply.body);
  };
  CHECK(sent("gzip, deflate, br") == std::pair<std::string, std::string>("br", "brotli"));
  CHECK(sent("gzip, deflate") == std::pair<std::string, std::string>("gzip", "by gzip"));
  CHECK(sent("deflate") == std::pair<std::string, std::string>("none", "the script itself"));
  const Reply plain = server.get("/assets/a.js");
  CHECK(header(plain, "Content-Encoding") == "none");
  CHECK(header(plain, "Vary") == "Accept-Encoding");
  CHECK(*plain.body == "the script itself");
}

TEST_CASE("a page without packed forms, or with one alone, is served all the same") {
  const Folder folder;
  folder.with("one.js", "the script itself").with("one.js.gz", "packed").with("none.js", "the script itself");
  const Server server{folder.read(), {}, {}};
  CHECK(*server.packed("/one.js", "br, gzip").body == "packed");
  CHECK(*server.packed("/one.js", "br").body == "the script itself");
  CHECK(*server.packed("/none.js", "br, gzip").body == "the script itself");
  CHECK(header(server.packed("/none.js", "br, gzip"), "Content-Encoding") == "none");
}

TEST_CASE("a packed form is no page of its own, and one that saves nothing is left out") {
  const Folder folder;
  folder.with("a.js", "12345").with("a.js.br", "12345").with("a.js.gz", "1234").with("alone.br", "a file");
  const Server server{folder.read(), {}, {}};
  CHECK(server.site.size() == 2);
  CHECK(server.get("/a.js.gz").status == 404);
  CHECK(server.get("/a.js.br").status == 404);
  CHECK(*server.packed("/a.js", "br, gzip;q=0.5").body == "1234");
  CHECK(*server.get("/alone.br").body == "a file");
}

TEST_CASE("each form of a page has a tag of its own, and is not sent again where that one is known") {
  const Folder folder;
  folder.with("index.html", "<!doctype html>").with("index.html.br", "brotli").with("index.html.gz", "by gzip");
  const Server server{folder.read(), {}, {}};
  std::set<std::string> tags;
  for (const std::string accepted : {"br", "gzip", "identity"}) {
    CAPTURE(accepted);
    const std::string tag = header(server.packed("/", accepted), "ETag");
    tags.insert(tag);
    const Reply known = server.get("/", tag, accepted);
    CHECK(known.status == 304);
    CHECK(known.body == nullptr);
    CHECK(header(known, "ETag") == tag);
    CHECK(header(known, "Vary") == "Accept-Encoding");
    CHECK(header(known, "Content-Encoding") == "none");
  }
  CHECK(tags.size() == 3);
  CHECK(server.get("/", header(server.packed("/", "gzip"), "ETag"), "br").status == 200);
}

TEST_CASE("who takes no form that there is gets none, and is told why") {
  const Folder folder;
  folder.with("index.html", "<!doctype html>");
  const Server server{folder.read(), {}, {}};
  const Reply reply = server.packed("/", "br, identity;q=0");
  CHECK(reply.status == 406);
  CHECK(header(reply, "Vary") == "Accept-Encoding");
  CHECK(header(reply, "ETag") == "none");
  CHECK(reply.body->find("Accept-Encoding") != std::string::npos);
}

TEST_CASE("what tells of the server itself is never packed") {
  const Server server;
  for (const auto* target : {"/healthz", "/readyz", "/metrics"}) {
    CAPTURE(target);
    const Reply reply = server.packed(target, "br, gzip, identity;q=0");
    CHECK(reply.status == 200);
    CHECK(header(reply, "Content-Encoding") == "none");
  }
}

TEST_CASE("no path leads out of the folder") {
  const Folder folder;
  folder.with("secret", "not for anyone")
      .with("web/index.html", "page")
      .with("web/.env", "hidden")
      .with("web/.git/config", "hidden");
  fs::create_symlink(folder.path() / "secret", folder.path() / "web" / "link");
  const auto site = Site::read(folder.path() / "web");
  REQUIRE(site);
  CHECK(site->size() == 1);
  const Server server{*site, {}, {}};
  for (const auto* target :
       {"/../secret", "/%2e%2e/secret", "/..%2fsecret", "/assets/../../secret", "//secret", "/.env", "/.git/config",
        "/link", "/./index.html", "secret", "", "/secret", "/index.html/../../secret"}) {
    CAPTURE(target);
    CHECK(server.get(target).status == 404);
  }
}

TEST_CASE("a folder that is missing is refused in words") {
  const Folder folder;
  const auto site = Site::read(folder.path() / "nowhere");
  REQUIRE_FALSE(site);
  CHECK(site.error().find("nowhere") != std::string::npos);
}

TEST_CASE("a folder with more files than a web client has is refused") {
  const Folder folder;
  folder.with("0", "");
  // One file of many names: it takes a fraction of the time that as many files take to write.
  for (std::size_t count = 1; count <= site_files_max; ++count)
    fs::create_hard_link(folder.path() / "0", folder.path() / std::to_string(count));
  CHECK_FALSE(Site::read(folder.path()));
}

TEST_CASE("a folder with more bytes than a web client has is refused, without reading them") {
  const Folder folder;
  folder.with("large", "");
  fs::resize_file(folder.path() / "large", site_bytes_max + 1);
  CHECK_FALSE(Site::read(folder.path()));
  fs::resize_file(folder.path() / "large", std::uintmax_t{1} << 40);  // more than any memory holds
  CHECK_FALSE(Site::read(folder.path()));
}

TEST_CASE("a folder is read up to its bounds, and not a file or a byte more") {
  const Folder folder;
  folder.with("a", "12345").with("assets/b", "12").with("c", "123");
  const auto site = Site::read(folder.path(), {.files_max = 3, .bytes_max = 10});
  REQUIRE(site);
  CHECK(site->size() == 3);
  CHECK(*site->find("/a")->unpacked().bytes == "12345");
  CHECK_FALSE(Site::read(folder.path(), {.files_max = 2, .bytes_max = 10}));
  CHECK_FALSE(Site::read(folder.path(), {.files_max = 3, .bytes_max = 9}));
  folder.with("one-more", "");
  CHECK_FALSE(Site::read(folder.path(), {.files_max = 3, .bytes_max = 10}));
  CHECK(Site::read(folder.path(), {.files_max = 4, .bytes_max = 10}));
}

TEST_CASE("health is always told, readiness with what is in its way") {
  Server server;
  std::optional<std::string> held;
  server.health.add("journal", [&] { return held; });
  CHECK(server.get("/healthz").status == 200);
  CHECK(server.get("/readyz").status == 200);
  held = "held: the disk is full";
  CHECK(server.get("/healthz").status == 200);
  const Reply reply = server.get("/readyz");
  CHECK(reply.status == 503);
  CHECK(*reply.body == "journal: held: the disk is full\n");
  CHECK(header(reply, "Cache-Control") == "no-store");
}

TEST_CASE("metrics are told in the format that Prometheus reads") {
  Server server;
  server.metrics.counter({"acts_total", "Acts."}).add(3);
  const Reply reply = server.get("/metrics");
  CHECK(reply.type == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(reply.body->find("acts_total 3\n") != std::string::npos);
}

TEST_CASE("what is not there is not found, and what only reads is not written to") {
  const Server server;
  CHECK(server.get("/nothing").status == 404);
  CHECK(server.get("/").status == 404);
  CHECK(server.get("/ws").status == 426);
  const Reply reply = answer({false, "/healthz", std::nullopt}, server.site, server.health, server.metrics);
  CHECK(reply.status == 405);
  CHECK(header(reply, "Allow") == "GET, HEAD");
}
