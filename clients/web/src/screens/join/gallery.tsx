// The states of the join screen, for looking at.
import type { Gallery } from "../../testing/gallery";
import Join from "./index";

export const gallery: Gallery = { start: () => ({ element: <Join /> }) };
