// Of the build: a packed schema without what the values of enumerations are called. That is for the JSON mapping alone, which no
// screen speaks; the enumerations themselves stand in the generated code.
import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { base64Decode, base64Encode } from "@bufbuild/protobuf/wire";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";

/** The first value stays: a field that is not set has it. */
export function slimSchema(packed: string): string {
  const file = fromBinary(FileDescriptorProtoSchema, base64Decode(packed));
  for (const each of file.enumType) each.value = each.value.slice(0, 1);
  return base64Encode(toBinary(FileDescriptorProtoSchema, file), "std_raw");
}
