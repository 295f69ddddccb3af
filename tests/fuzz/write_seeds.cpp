// Writes the seeds of the kept corpora that are made from the documents and by hand: write_seeds FOLDER. Run by
// tools/fuzz
// --write-seeds after these have changed. What else lies in a corpus, such as an input that once found something, is
// left as it is. Of the stored commits, which lie in
// protocol/golden, those beside which something stands are put together here. Those of clients' frames are made from
// the schema by the build (client_seeds.hpp).
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/assert.hpp"

namespace {

using std::filesystem::path;

void write(const path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  ROSTRUM_ASSERT((out << bytes).flush().good());
}

std::string read(const path& file) {
  std::ifstream in(file, std::ios::binary);
  ROSTRUM_ASSERT(in.is_open());
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// ---- programmes

/// The first block of this language in a document.
std::string block_of(const std::string& document, const std::string& language) {
  const std::string fence = "```" + language + "\n";
  const auto from = document.find(fence);
  ROSTRUM_ASSERT(from != std::string::npos);
  const auto start = from + fence.size();
  return document.substr(start, document.find("```", start) - start);
}

/// The example of the documents: that of a whole council would let the target try a few inputs a second only.
void write_programmes(const path& folder) {
  const std::string document = read(path(ROSTRUM_SOURCE_DIR) / "docs/programme.md");
  write(folder / "small.yaml", block_of(document, "yaml") + "# roster.csv\n" + block_of(document, "csv"));
}

// ---- HTTP

void write_http(const path& folder) {
  const std::string host = "Host: hall.example\r\n", end = "\r\n";
  const std::string upgrade = host + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                     "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
  const auto get = [](const std::string& target) { return "GET " + target + " HTTP/1.1\r\n"; };
  const std::string page = get("/") + host + end;
  const std::string web_socket = get("/ws") + upgrade + "Sec-WebSocket-Protocol: rostrum.v1.json\r\n" + end;
  const std::vector<std::pair<std::string, std::string>> connections{
      {"page", page},
      {"script", get("/assets/chair-0123abcd.js") + host + end},
      {"packed", get("/assets/chair-0123abcd.js") + host + "Accept-Encoding: br;q=0.5, *;q=0, gzip\r\n" + end},
      {"no-form", get("/join") + host + "Accept-Encoding: identity;q=0\r\n" + end},
      {"unchanged", get("/join?x=1") + host + "If-None-Match: W/\"a\", *\r\n" + end},
      {"head", "HEAD /chair HTTP/1.1\r\n" + host + "Connection: close\r\n" + end},
      {"post", "POST / HTTP/1.1\r\n" + host + "Content-Length: 4\r\n" + end + "body"},
      {"chunked", "PUT / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n" + end + "4\r\nbody\r\n0\r\n\r\n"},
      {"old", "GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n" + end},
      {"several", get("/healthz") + host + end + get("/readyz") + host + end + get("/metrics") + host + end},
      {"no-upgrade", get("/ws") + host + end},
      {"web-socket", web_socket},
      {"web-socket-of-page", get("/ws") + upgrade + "Origin: http://hall.example:80\r\n" +
                                 "Sec-WebSocket-Protocol: chat\r\nSec-WebSocket-Protocol: rostrum.v1.proto\r\n" + end},
      {"web-socket-of-screens", get("/ws") + upgrade + "Origin: https://screens.example\r\n" +
                                    "Sec-WebSocket-Protocol: rostrum.v1.proto\r\n" + end},
      {"web-socket-of-others", get("/ws") + upgrade + "Origin: null\r\n" + end},
      {"web-socket-of-version-8", get("/ws") + host + "Connection: Upgrade\r\nUpgrade: websocket\r\n" +
                                      "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" +
                                      end},
      {"web-socket-without-key",
       get("/ws") + host + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + end},
      {"forwarded", get("/") + host + "X-Forwarded-For: 198.51.100.7, [2001:db8::1]:443\r\n" + end},
      {"forwarded-twice", get("/") + host + "X-Forwarded-For: unknown\r\nX-Forwarded-For: 192.0.2.1:50123\r\n" + end},
      {"long-header", get("/") + "X-Long: " + std::string(1'100, 'x') + "\r\n" + end},
      {"long-body", "POST / HTTP/1.1\r\nContent-Length: 65\r\n" + end},
      {"no-http", "\x16\x03\x01 this is no request\r\n\r\n"},
  };
  // The first byte: in large pieces, most of them; under TLS; in small ones; while the server stops.
  for (const auto& [name, bytes] : connections) write(folder / (name + ".bin"), "\xEF" + bytes);
  write(folder / "under-tls.bin", "\xEE" + page);
  write(folder / "in-pieces.bin", "\x03" + page);
  write(folder / "stopping.bin", "\xFF" + page);
  write(folder / "web-socket-stopping.bin", "\xFF" + web_socket);
}

// ---- stored commits

/// Those beside which something stands, as the target takes both (fuzz_stored.cpp).
void write_stored(const path& folder) {
  for (const auto& file : std::filesystem::directory_iterator(path(ROSTRUM_SOURCE_DIR) / "protocol/golden")) {
    const std::string name = file.path().filename().string();
    if (!name.starts_with("beside_")) continue;
    const std::string event = name.substr(std::string("beside_").size());
    const std::string bytes = read(file.path().parent_path() / ("stored_" + event));
    const std::string length{static_cast<char>(bytes.size() >> 8), static_cast<char>(bytes.size() & 0xff)};
    write(folder / event, std::string(1, '\0') + length + bytes + read(file.path()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_seeds FOLDER\n";
    return 2;
  }
  const path folder(argv[1]);
  write_programmes(folder / "corpus/programme");
  write_http(folder / "corpus/http");
  write_stored(folder / "corpus/stored");
  return 0;
}
