// Writes the seeds of the kept corpora that are made from the schema and from files of this tree: write_seeds FOLDER.
// Run by tools/fuzz --write-seeds after the schema has changed. What else lies in a corpus, such as an input that once
// found something, is left as it is. The stored commits need none: their corpus is protocol/golden.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "base/assert.hpp"
#include "rostrum/v1/envelope.pb.h"
#include "wire/json.hpp"
#include "wire/protobuf.hpp"

namespace {

namespace pb = google::protobuf;
namespace v1 = rostrum::v1;
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

// ---- what clients send

std::string word_for(const std::string& field) {
  if (field == "id") return "c-1";
  if (field == "panel") return "high-level";
  if (field == "language" || field == "key") return "en";
  if (field == "code") return "7K3M-Q0ZX";
  return "KE";
}

void fill(pb::Message& message, int choice);

void fill_field(pb::Message& message, const pb::FieldDescriptor& field, int choice) {
  const pb::Reflection& reflection = *message.GetReflection();
  if (field.is_repeated()) {
    ROSTRUM_ASSERT(field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE);
    return fill(*reflection.AddMessage(&message, &field), choice);
  }
  switch (field.cpp_type()) {
  case pb::FieldDescriptor::CPPTYPE_INT32:
    return reflection.SetInt32(&message, &field, 1);
  case pb::FieldDescriptor::CPPTYPE_INT64:
    return reflection.SetInt64(&message, &field, 60'000);
  case pb::FieldDescriptor::CPPTYPE_UINT32:
    return reflection.SetUInt32(&message, &field, 1);
  case pb::FieldDescriptor::CPPTYPE_UINT64:
    return reflection.SetUInt64(&message, &field, 1);
  case pb::FieldDescriptor::CPPTYPE_DOUBLE:
    return reflection.SetDouble(&message, &field, 1.0);
  case pb::FieldDescriptor::CPPTYPE_FLOAT:
    return reflection.SetFloat(&message, &field, 1.0f);
  case pb::FieldDescriptor::CPPTYPE_BOOL:
    return reflection.SetBool(&message, &field, true);
  case pb::FieldDescriptor::CPPTYPE_ENUM:
    return reflection.SetEnum(&message, &field, field.enum_type()->value(1));
  case pb::FieldDescriptor::CPPTYPE_STRING:
    return reflection.SetString(&message, &field, word_for(field.name()));
  case pb::FieldDescriptor::CPPTYPE_MESSAGE:
    return fill(*reflection.MutableMessage(&message, &field), choice);
  }
}

/// Gives every field a value, and of each oneof the field number `choice`, counted round.
void fill(pb::Message& message, int choice) {
  const pb::Descriptor& type = *message.GetDescriptor();
  for (int index = 0; index < type.field_count(); ++index)
    if (!type.field(index)->real_containing_oneof()) fill_field(message, *type.field(index), choice);
  for (int index = 0; index < type.real_oneof_decl_count(); ++index) {
    const pb::OneofDescriptor& of = *type.oneof_decl(index);
    fill_field(message, *of.field(choice % of.field_count()), choice);
  }
}

/// How many forms a message has: those of the oneof with the most fields, in it or within it.
int forms_of(const pb::Descriptor& type) {
  int forms = 1;
  for (int index = 0; index < type.real_oneof_decl_count(); ++index)
    forms = std::max(forms, type.oneof_decl(index)->field_count());
  for (int index = 0; index < type.field_count(); ++index)
    if (const auto* within = type.field(index)->message_type()) forms = std::max(forms, forms_of(*within));
  return forms;
}

/// Every item that a client can send, in every form, with what to call it.
std::vector<std::pair<std::string, v1::ClientItem>> client_items() {
  std::vector<std::pair<std::string, v1::ClientItem>> items;
  const auto each_form = [&](const pb::FieldDescriptor& field, auto make) {
    const int forms = forms_of(*field.message_type());
    for (int form = 0; form < forms; ++form)
      items.emplace_back(field.name() + (forms > 1 ? "-" + std::to_string(form + 1) : ""), make(form));
  };
  const pb::OneofDescriptor& kinds = *v1::ClientItem::descriptor()->FindOneofByName("item");
  for (int index = 0; index < kinds.field_count(); ++index) {
    const pb::FieldDescriptor& kind = *kinds.field(index);
    if (kind.message_type() == v1::Command::descriptor()) continue;
    each_form(kind, [&](int form) {
      v1::ClientItem item;
      fill_field(item, kind, form);
      return item;
    });
  }
  const pb::OneofDescriptor& acts = *v1::Command::descriptor()->FindOneofByName("act");
  for (int index = 0; index < acts.field_count(); ++index) {
    each_form(*acts.field(index), [&](int form) {
      v1::ClientItem item;
      v1::Command& command = *item.mutable_command();
      command.set_id("c-1");
      if (form == 0) fill(*command.mutable_expects(), 0);
      fill_field(command, *acts.field(index), form);
      return item;
    });
  }
  return items;
}

/// One a file in protobuf; in JSON, which the dictionary helps with, several a frame. The first byte is the codec's.
void write_client_frames(const path& folder) {
  constexpr std::size_t items_a_frame = 8;
  const auto items = client_items();
  v1::ClientFrame several;
  int frames = 0;
  for (const auto& [name, item] : items) {
    v1::ClientFrame one;
    *one.add_items() = item;
    *several.add_items() = item;
    write(folder / (name + ".bin"), "0" + rostrum::wire::serialized(one));
    if (several.items_size() < static_cast<int>(items_a_frame) && &item != &items.back().second) continue;
    write(folder / ("json-" + std::to_string(++frames) + ".txt"), "1" + rostrum::wire::json_of(several));
    several.Clear();
  }
}

void names_of(const pb::Descriptor& type, std::set<std::string>& names) {
  for (int index = 0; index < type.field_count(); ++index) {
    const pb::FieldDescriptor& field = *type.field(index);
    names.insert(field.json_name());
    if (const auto* words = field.enum_type())
      for (int value = 0; value < words->value_count(); ++value) names.insert(words->value(value)->name());
    if (const auto* within = field.message_type()) names_of(*within, names);
  }
}

/// The words of the JSON codec.
void write_dictionary(const path& file) {
  std::set<std::string> names;
  names_of(*v1::ClientFrame::descriptor(), names);
  std::string lines = "# Written by write_seeds: the words of the JSON codec.\n";
  for (const auto& name : names) lines += "\"\\\"" + name + "\\\"\"\n";
  write(file, lines);
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

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_seeds FOLDER\n";
    return 2;
  }
  const path folder(argv[1]);
  write_client_frames(folder / "corpus/client_frames");
  write_programmes(folder / "corpus/programme");
  write_http(folder / "corpus/http");
  write_dictionary(folder / "client_frames.dict");
  return 0;
}
