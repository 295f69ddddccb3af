import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { I18nProvider } from "../i18n";
import { Button } from "./Button";
import { ConnectionBar } from "./ConnectionBar";
import { ChoiceField, TextField } from "./Field";
import { Flag, flag_again_ms, initials } from "./Flag";
import { NativeButton } from "./NativeButton";
import { Skeleton, skeleton_after_ms } from "./Skeleton";
import { ClockNote, SpeechClock } from "./SpeechClock";
import { TextArea } from "./TextArea";
import { Toast } from "./Toast";

const speech = { startedAt: 0, pausedMs: 0, pausedAt: 0, limitMs: 180_000, amberMs: 30_000 };
const show = (element: React.ReactNode) => render(<I18nProvider fixed="en">{element}</I18nProvider>);

describe("a button that sent what is not known to be done", () => {
  const word = "Sent, not yet confirmed";
  it("takes no press, keeps its words, and says so under them", () => {
    const pressed = vi.fn();
    show(
      <Button says unconfirmed onPress={pressed}>
        Withdraw
      </Button>,
    );
    const button = screen.getByRole("button", { name: `Withdraw ${word}` });
    fireEvent.click(button);
    expect(pressed).not.toHaveBeenCalled();
    expect(button).toHaveAttribute("data-unconfirmed");
  });
  it("has room for the word before it has to say it", () => {
    show(<Button says>Withdraw</Button>);
    expect(screen.getByText(word)).toHaveAttribute("data-unsaid");
  });
});

describe("a field of one line", () => {
  it("is told of by its label, with its note and what is wrong with it", () => {
    show(<TextField label="Code" note="Eight letters" error="Too short" value="K7" onChange={() => {}} required />);
    const field = screen.getByRole("textbox", { name: "Code" });
    expect(field).toHaveAccessibleDescription("Eight letters Too short");
    expect(field).toBeInvalid();
    expect(field).toBeRequired();
    expect(field).toHaveAttribute("dir", "auto");
  });
  it("is neither wrong nor described where nothing is said", () => {
    show(<TextField label="Code" value="" onChange={() => {}} />);
    const field = screen.getByRole("textbox", { name: "Code" });
    expect(field).toBeValid();
    expect(field).not.toHaveAttribute("aria-describedby");
    expect(field).not.toBeRequired();
  });
  it("tells what is typed, says near its bound how much more it takes, and beyond it what is too much, and cuts nothing", async () => {
    const Typed = () => {
      const [text, setText] = useState("");
      return <TextField label="Name" note="Optional" value={text} onChange={setText} bytesMax={20} autoFocus />;
    };
    show(<Typed />);
    const field = screen.getByRole("textbox");
    expect(field).toHaveFocus();
    await userEvent.keyboard("Ana Maria Lopez");
    expect(field).toHaveAccessibleDescription("Optional");
    await userEvent.keyboard(" de");
    expect(field).toHaveAccessibleDescription("Optional\u00a0· 2 more characters");
    expect(field).toBeValid();
    await userEvent.keyboard(" Soto");
    expect(field).toHaveValue("Ana Maria Lopez de Soto");
    expect(field).not.toBeValid();
    expect(field).toHaveAccessibleDescription("Optional 3 characters too many");
    expect(screen.getByRole("status")).toHaveTextContent("3 characters too many");
  });
  it("is measured in bytes, as the server measures", () => {
    show(<TextField label="Name" value="Амина Диалло" onChange={() => {}} bytesMax={20} />);
    expect(screen.getByRole("textbox")).toHaveAccessibleDescription("2 characters too many");
  });
  it("is not filled by white space at its ends, which is not sent", () => {
    show(<TextField label="Name" value={`Ana${" ".repeat(40)}`} onChange={() => {}} bytesMax={20} />);
    expect(screen.getByRole("textbox")).toBeValid();
  });
});

describe("a field of a few choices", () => {
  const Chosen = () => {
    const [kind, setKind] = useState("b");
    const choices = [
      { id: "a", label: "Alpha" },
      { id: "b", label: "Beta", note: "the usual one" },
      { id: "c", label: "Gamma", disabled: true },
    ];
    return <ChoiceField label="Kind" value={kind} onChange={setKind} choices={choices} />;
  };
  it("is a group with its label, in which one is chosen, by a press or by the arrow keys", async () => {
    show(<Chosen />);
    expect(screen.getByRole("radiogroup", { name: "Kind" })).toBeDefined();
    expect(screen.getByRole("radio", { name: /Beta\s*the usual one/ })).toBeChecked();
    await userEvent.click(screen.getByText("Alpha"));
    expect(screen.getByRole("radio", { name: "Alpha" })).toBeChecked();
    expect(screen.getByRole("radio", { name: "Alpha" })).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    expect(screen.getByRole("radio", { name: /Beta/ })).toBeChecked();
  });
  it("leaves out of reach what cannot be chosen now", async () => {
    show(<Chosen />);
    expect(screen.getByRole("radio", { name: "Gamma" })).toBeDisabled();
    await userEvent.click(screen.getByText("Gamma"));
    expect(screen.getByRole("radio", { name: "Gamma" })).not.toBeChecked();
  });
});

describe("the browser's own button", () => {
  it("acts on a press and on the keys, and submits a form only where it is to", async () => {
    const pressed = vi.fn();
    const submitted = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    show(
      <form onSubmit={submitted}>
        <NativeButton onPress={pressed}>Load again</NativeButton>
        <NativeButton submits>Sign in</NativeButton>
      </form>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Load again" }));
    await userEvent.keyboard("{Enter}");
    expect(pressed).toHaveBeenCalledTimes(2);
    expect(submitted).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(submitted).toHaveBeenCalledTimes(1);
  });
});

describe("a flag", () => {
  it("is served by us", () => {
    const { container } = show(<Flag code="ke" name="Kenya" />);
    expect(container.querySelector("img")?.getAttribute("src")).toMatch(/^\/assets\/flags\/ke-[\w-]{8}\.svg$/);
  });
  it("is a plate with initials where there is none", () => {
    const { container } = show(<Flag code="" name="Serbia and Montenegro" />);
    expect(container.textContent).toBe("SM");
  });
  it("is a plate with the code of an organisation that has none, as small as it takes to be whole", () => {
    const { container } = show(<Flag code="ICRC" name="International Committee of the Red Cross" />);
    expect(container.textContent).toBe("ICRC");
    expect((container.firstElementChild as HTMLElement).style.getPropertyValue("--letters")).toBe("4");
  });
  it("has initials where the code is too long to be read on it", () => {
    const { container } = show(<Flag code="CARITAS" name="Caritas Internationalis" />);
    expect(container.textContent).toBe("CI");
  });
  it("is a plate where the picture cannot be had", () => {
    const { container } = show(<Flag code="zz" name="Zzz" />);
    const image = container.querySelector("img");
    if (!image) throw new Error("no picture was tried");
    fireEvent.error(image);
    expect(container.textContent).toBe("ZZZ");
  });
  it("is tried again once after a while, and whenever the network is back", () => {
    vi.useFakeTimers();
    const { container } = show(<Flag code="ke" name="Kenya" />);
    const image = () => container.querySelector("img");
    const fail = () => fireEvent.error(image() as Element);
    fail();
    expect(image()).toBeNull();
    act(() => void vi.advanceTimersByTime(flag_again_ms));
    expect(image()).not.toBeNull();
    fail();
    act(() => void vi.advanceTimersByTime(10 * flag_again_ms));
    expect(image()).toBeNull();
    for (let loss = 0; loss < 2; loss += 1) {
      act(() => void window.dispatchEvent(new Event("online")));
      expect(image()).not.toBeNull();
      fail();
      expect(image()).toBeNull();
    }
  });
  it("makes no address of a code that is none", () => {
    const { container } = show(<Flag code="../x" name="Chile" />);
    expect(container.querySelector("img")).toBeNull();
  });
  it.each([
    ["Employers’ organisations of the informal economy", "EMP"],
    ["Institute", "INS"],
    ["the workers of the sea", "THE"],
    ["Global Union of Sea Workers and Fishers", "GUSW"],
  ])("has no single letter by chance: %s", (name, letters) => {
    const { container } = show(<Flag code="" name={name} />);
    expect(container.textContent).toBe(letters);
  });

  it("has initials in any writing", () => {
    expect(initials("Côte d’Ivoire")).toBe("CI");
    expect(initials("Équateur")).toBe("ÉQU");
    expect(initials("日本")).toBe("日本");
  });
});

describe("a text area", () => {
  function Typed({ value }: { value: string }) {
    return <TextArea label="Words" value={value} onChange={() => {}} charactersMax={10} />;
  }
  it("cuts nothing, says how much is left where that is little, and how much is too much", () => {
    const { rerender } = show(<Typed value="123456789" />);
    const field = screen.getByRole("textbox", { name: "Words" });
    expect(field).not.toHaveAttribute("maxlength");
    expect(field).toHaveAccessibleDescription("1 more character");
    rerender(
      <I18nProvider fixed="en">
        <Typed value="123456789 123" />
      </I18nProvider>,
    );
    expect(screen.getByRole("status").textContent).toBe("3 characters too many");
    expect(field).toHaveAttribute("aria-invalid", "true");
  });
});

describe("a button", () => {
  it("names its key to assistive technology", () => {
    show(<Button aria-keyshortcuts="A">Add</Button>);
    expect(screen.getByRole("button", { name: "Add" }).getAttribute("aria-keyshortcuts")).toBe("A");
  });
  it("has the name of no key where it has none", () => {
    show(<Button>Add</Button>);
    expect(screen.getByRole("button", { name: "Add" }).hasAttribute("aria-keyshortcuts")).toBe(false);
  });
});

describe("the clock", () => {
  it("says the time left to the ear as to the eye", () => {
    show(<SpeechClock speech={speech} now={46_000} />);
    expect(screen.getByRole("timer").textContent).toBe("2:142:14 left");
  });
  it("counts overtime up", () => {
    show(<SpeechClock speech={speech} now={192_000} />);
    expect(screen.getByRole("timer").textContent).toBe("+0:120:12 over");
  });
  it("has a word with every light", () => {
    for (const [now, word] of [
      [46_000, "Within time"],
      [160_000, "20 s left"],
      [180_000, "Over time"],
    ] as const) {
      const { unmount } = show(<ClockNote speech={speech} now={now} />);
      expect(screen.getByText(word)).toBeDefined();
      unmount();
    }
    show(<ClockNote speech={{ ...speech, pausedAt: 50_000 }} now={90_000} />);
    expect(screen.getByText("Paused")).toBeDefined();
  });
});

describe("the bar over a line that is down", () => {
  it("says so in words, and nothing while the line stands", () => {
    const { unmount } = show(<ConnectionBar state="reconnecting" />);
    expect(screen.getByRole("status").textContent).toContain("Reconnecting");
    unmount();
    show(<ConnectionBar state="live" />);
    expect(screen.getByRole("status").textContent).toBe("");
  });
});

describe("what takes its time", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("shows its shape only when it takes longer than a moment", () => {
    show(<Skeleton />);
    expect(screen.queryByRole("status")).toBeNull();
    act(() => vi.advanceTimersByTime(skeleton_after_ms));
    expect(screen.getByRole("status").textContent).toBe("Loading");
  });

  it("offers the inverse of an act", () => {
    const back = vi.fn();
    show(<Toast inverse={{ label: "Put back", onPress: back }}>Chile was removed.</Toast>);
    fireEvent.click(screen.getByRole("button", { name: "Put back" }));
    expect(back).toHaveBeenCalledTimes(1);
  });
});
