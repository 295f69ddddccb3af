// The two sizes of the text, kept on the device.
import { useState } from "react";

export const sizes_rem = { normal: 1.375, large: 1.875 } as const;
export type Size = keyof typeof sizes_rem;

const storage_key = "rostrum.booth.size";

export function useSize(): [Size, (size: Size) => void] {
  const [size, setSize] = useState<Size>(kept);
  return [
    size,
    (wanted) => {
      setSize(wanted);
      try {
        localStorage.setItem(storage_key, wanted);
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  ];
}

function kept(): Size {
  try {
    return localStorage.getItem(storage_key) === "large" ? "large" : "normal";
  } catch {
    return "normal";
  }
}
