import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { sha256 } from "./sha256";

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000])("SHA-256 of %i letters is as others compute it", (length) => {
  const text = "éa-Z0\n".repeat(length).slice(0, length);
  expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
});
