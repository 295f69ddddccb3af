// Writes the mapping of acts and events between council and the wire: generate_wire DESCRIPTORS FOLDER [BY_HAND ...].
//
// DESCRIPTORS is what protoc writes of the schema with --descriptor_set_out and --include_imports; the BY_HAND are the
// messages whose mapping is written by hand. Run by the build, which takes what is written in FOLDER for room wire and
// for the tests; nothing of it is kept in the tree. Ends with status 1, and a line that names what is wrong, where
// there is a thing in the schema that nothing can be written for.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.pb.h>

#include "wire/generate/write.hpp"

namespace {

using namespace rostrum::wire::generate;

int refused(const std::string& why) {
  std::cerr << "generate_wire: " << why << '\n';
  return 1;
}

/// A file that says the same already is left alone, so that nothing is compiled again for it.
bool write(const std::string& file, const std::string& text) {
  std::ostringstream before;
  before << std::ifstream(file, std::ios::binary).rdbuf();
  if (before.str() == text) return true;
  std::ofstream out(file, std::ios::binary);
  return (out << text).flush().good();
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return refused("usage: generate_wire DESCRIPTORS FOLDER [BY_HAND ...]");
  std::ifstream bytes(arguments[1], std::ios::binary);
  google::protobuf::FileDescriptorSet files;
  if (!files.ParseFromIstream(&bytes)) return refused(std::string(arguments[1]) + " holds no descriptors");
  google::protobuf::DescriptorPool pool;
  for (const auto& file : files.file())
    if (!pool.BuildFile(file)) return refused(file.name() + " is not sound");
  const auto schema = schema_of(pool, std::vector<std::string>(arguments + 3, arguments + count));
  if (!schema) return refused(schema.error());
  const std::string folder = std::string(arguments[2]) + "/";
  const bool written =
      write(folder + "acts.cpp", acts_source(*schema)) && write(folder + "events.cpp", events_source(*schema)) &&
      write(folder + "words.hpp", words_header(*schema)) && write(folder + "members.hpp", members_header(*schema));
  return written ? 0 : refused("cannot write to " + folder);
}
