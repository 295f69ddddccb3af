// An entity as bytes that can be compared: equal entities give equal bytes, also where they hold maps.
#pragma once

#include <string>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "rostrum/v1/view.pb.h"

namespace rostrum::test {

inline std::string bytes_of(const v1::Entity& entity) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  entity.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

}  // namespace rostrum::test
