// What a QR code on a page says, read from a picture of it as a telephone would read it.
import type { Locator } from "@playwright/test";
import jsQR from "jsqr";
import { PNG } from "pngjs";

export async function readQr(code: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}
