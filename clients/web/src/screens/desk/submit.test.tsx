import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderScreen } from "../../testing/hall";
import { busy, staged } from "./fixture";
import DeskScreen from "./index";

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

describe("a text that is handed in for a delegation", () => {
  it("S1 has paragraphs where Word has parted them by one line end each, and says so", async () => {
    const { hall } = renderScreen(<DeskScreen tab="list" />, staged(busy));
    await press("Hand in a text for Ecuador");
    const lines = ["Madam President,", `One ${"and so on ".repeat(13)}end.`, `Two ${"and so on ".repeat(13)}end.`];
    await userEvent.click(screen.getByRole("textbox", { name: "Text" }));
    await userEvent.paste(lines.join("\n"));
    expect(screen.getByText("Each line of what was pasted is a paragraph now.")).toBeVisible();
    await press("Hand in");
    expect(hall.acts.at(-1)?.act).toMatchObject({ value: { text: lines.join("\n\n") } });
  });
});
