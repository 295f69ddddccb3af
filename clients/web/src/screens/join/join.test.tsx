import { act, render, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { I18nProvider } from "../../i18n";
import { forgetCode, keptCode, takeFragment } from "../../shared/code";
import { Gate, openAhead, openAlso, signOut } from "../../shared/gate";
import { useTyped } from "../../shared/typed";
import { StagedNetwork, type StagedSocket } from "../../testing/line";
import { afternoon, hello } from "../../testing/views";
import { Audience, Role } from "../../wire";
import Join from "./index";

const go = vi.fn();
let network: StagedNetwork;

beforeEach(() => {
  network = new StagedNetwork();
  go.mockReset();
  vi.stubGlobal(
    "WebSocket",
    class {
      constructor(url: string, protocol: string) {
        // biome-ignore lint/correctness/noConstructorReturn: stands in for the browser's.
        return network.open(url, protocol) as unknown as StagedSocket;
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});

const show = (element: React.ReactNode) => render(<I18nProvider fixed="en">{element}</I18nProvider>);
/** What the server says is told to the screens a task later. */
const told = (say: () => void) =>
  act(async () => {
    say();
    await new Promise((done) => setTimeout(done, 0));
  });
const greet = (role: Role) =>
  told(() => {
    network.last.open();
    network.last.say({ case: "hello", value: hello({ role }) });
  });
const refuse = (code: string) =>
  told(() => {
    network.last.open();
    network.last.say({ case: "refusal", value: { code, reconnect: false } });
  });
const whole = () => {
  const position = { session: "council-2005", epoch: "e1", audience: Audience.DELEGATE, delegation: "EC", seq: 1 };
  return told(() => network.last.say({ case: "snapshot", value: { position, entities: afternoon() } }));
};
const type = async (text: string) => {
  await userEvent.type(screen.getByLabelText("Code or link"), text);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
};

describe("joining", () => {
  it.each([
    [Role.CHAIR, "/chair"],
    [Role.DESK, "/desk"],
    [Role.DELEGATE, "/delegate"],
    [Role.INTERPRETER, "/booth"],
    [Role.CAPTIONER, "/captions"],
    [Role.DISPLAY, "/display"],
    [Role.OBSERVER, "/display"],
  ])("by code leads to the screen of the role %i", async (role, path) => {
    show(<Join go={go} />);
    await type("k7qm-3xpa");
    expect(network.last.url).toBe("ws://localhost:3000/ws");
    await greet(role);
    expect(network.last.of("signIn")[0]?.code).toBe("K7QM3XPA");
    expect(go).toHaveBeenCalledWith(path);
    expect(keptCode(path.slice(1) as "chair")).toBe("K7QM3XPA");
  });

  it("takes a whole link that was pasted", async () => {
    show(<Join go={go} />);
    await type("http://hall.example/delegate#K7QM3XPA");
    await greet(Role.DELEGATE);
    expect(network.last.of("signIn")[0]?.code).toBe("K7QM3XPA");
  });

  it.each([
    ["a line of a mail", "Your code: K7QM\u20113XPA (French booth)"],
    ["quotation marks", "\u00ab\u00a0K7QM\u20133XPA\u00a0\u00bb"],
    ["a code beside short words", "with your code K7QM 3XPA sign in here"],
    ["a code in small letters", "le code est k7qm\u22123xpa."],
    ["a link among words", "Open https://hall.example/join#K7QM3XPA, please"],
    ["signs as wide as Chinese ones", "\uff2b\uff17\uff31\uff2d\uff0d\uff13\uff38\uff30\uff21"],
  ])("reads the code in what was pasted: %s", async (_, pasted) => {
    show(<Join go={go} />);
    const field = screen.getByLabelText("Code or link");
    await userEvent.click(field);
    await userEvent.paste(pasted);
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await greet(Role.INTERPRETER);
    expect(network.last.of("signIn")[0]?.code).toBe("K7QM3XPA");
  });

  it("takes letters that no code has for the signs they are read from", async () => {
    show(<Join go={go} />);
    await type("oil7-u3xp");
    await greet(Role.INTERPRETER);
    expect(network.last.of("signIn")[0]?.code).toBe("0117V3XP");
    expect(keptCode("booth")).toBe("0117V3XP");
  });

  it("takes no words for a code", async () => {
    show(<Join go={go} />);
    await type("please register the delegation here");
    expect(screen.getByRole("alert").textContent).toBe("A code has eight letters and digits.");
    expect(network.sockets).toHaveLength(0);
  });

  it("takes the code of the link and removes it from the address", async () => {
    window.history.replaceState(null, "", "/join#k7qm3xpa");
    show(<Join go={go} />);
    expect(window.location.hash).toBe("");
    await greet(Role.DELEGATE);
    expect(go).toHaveBeenCalledWith("/delegate");
  });

  it("follows a link that is opened in the same tab", async () => {
    show(<Join go={go} />);
    window.history.replaceState(null, "", "/join#K7QM3XPA");
    await told(() => {
      window.dispatchEvent(new Event("hashchange"));
    });
    await greet(Role.DISPLAY);
    expect(go).toHaveBeenCalledWith("/display");
  });

  it("says at once that a code is too short, and asks nobody", async () => {
    show(<Join go={go} />);
    await type("K7QM");
    expect(screen.getByRole("alert").textContent).toBe("A code has eight letters and digits.");
    expect(network.sockets).toHaveLength(0);
  });

  it.each([
    ["unknown_code", /not known here/],
    ["revoked", /withdrawn/],
    ["session_over", /over/],
    ["too_many_connections", /full/],
    ["too_slow_sign_in", /too long/],
    ["malformed_frame", /do not understand/],
    ["too_fast", /Too many attempts came from this address/],
    ["origin", /may not sign in/],
    ["something_new", /did not accept this sign-in \(something_new\)/],
  ])("tells in words why the server refused: %s", async (code, words) => {
    show(<Join go={go} />);
    await type("K7QM3XPA");
    await refuse(code);
    expect(screen.getByRole("alert").textContent).toMatch(words);
    expect((screen.getByLabelText("Code or link") as HTMLInputElement).value).toBe("K7QM3XPA");
    expect(go).not.toHaveBeenCalled();
  });

  it("tells in words why it was sent away for now, and goes on trying", async () => {
    show(<Join go={go} />);
    await type("K7QM3XPA");
    await told(() => {
      network.last.open();
      network.last.say({ case: "refusal", value: { code: "too_many_connections", reconnect: true } });
    });
    expect(screen.getByRole("alert").textContent).toBe("The server is full at the moment. Trying again.");
    await userEvent.click(screen.getByRole("button", { name: "Use another code" }));
    expect(screen.getByLabelText("Code or link")).toBeDefined();
  });

  it("says that there is no screen for a role of later", async () => {
    show(<Join go={go} />);
    await type("K7QM3XPA");
    await greet(99 as Role);
    expect(screen.getByRole("alert").textContent).toBe("There is no screen for this sign-in yet.");
  });

  it("speaks the language that is chosen", async () => {
    render(
      <I18nProvider>
        <Join go={go} />
      </I18nProvider>,
    );
    await userEvent.click(screen.getByRole("radio", { name: "Français" }));
    expect(screen.getByRole("button", { name: "Se connecter" })).toBeDefined();
  });
});

describe("coming to the way in after a session", () => {
  it.each([
    ["revoked", "You are signed out on this device. This code was withdrawn. Ask the secretariat for another."],
    ["asked_for", "You are signed out on this device."],
    ["no_word_of_ours", "You are signed out on this device."],
  ])("says why, once, with the focus where the code goes and no code in it: %s", (why, words) => {
    window.history.replaceState(null, "", `/join?lang=en&out=${why}`);
    const first = show(<Join go={go} />);
    expect(screen.getAllByRole("alert")[0]).toHaveTextContent(words);
    expect(screen.getAllByRole("alert")[0]?.textContent?.length).toBe(words.length);
    expect(screen.getByLabelText("Code or link")).toHaveFocus();
    expect(screen.getByLabelText("Code or link")).toHaveValue("");
    expect(window.location.search).toBe("?lang=en");
    first.unmount();
    show(<Join go={go} />);
    expect(screen.queryByText(/signed out/)).toBeNull();
  });
});

describe("the gate of a screen", () => {
  const gate = () =>
    show(
      <Gate screen="delegate" go={go}>
        <p>the screen</p>
      </Gate>,
    );

  it("leads to the join screen without a code", () => {
    gate();
    expect(go).toHaveBeenCalledWith("/join");
  });

  it("takes a direct link, keeps its code and shows the screen once the view is whole", async () => {
    window.history.replaceState(null, "", "/delegate#K7QM3XPA");
    gate();
    expect(window.location.href).not.toContain("K7QM3XPA");
    await greet(Role.DELEGATE);
    expect(screen.queryByText("the screen")).toBeNull();
    await whole();
    expect(screen.getByText("the screen")).toBeDefined();
    expect(sessionStorage.getItem("rostrum.code.delegate")).toBe("K7QM3XPA");
    expect(localStorage.getItem("rostrum.code.delegate")).toBe("K7QM3XPA");
  });

  it("goes on with the line that was opened while the screen was on its way", async () => {
    localStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    openAhead("delegate");
    await greet(Role.DELEGATE);
    await whole();
    gate();
    expect(screen.getByText("the screen")).toBeDefined();
    expect(network.sockets).toHaveLength(1);
    expect(network.last.closed).toBe(false);
  });

  it("signs in anew where another code has come since a line was opened ahead", async () => {
    localStorage.setItem("rostrum.code.delegate", "AAAAAAAA");
    openAhead("delegate");
    localStorage.setItem("rostrum.code.delegate", "BBBBBBBB");
    gate();
    await told(() => network.last.open());
    expect(network.last.of("signIn")[0]?.code).toBe("BBBBBBBB");
  });

  it("opens no line ahead without a code", () => {
    openAhead("delegate");
    expect(network.sockets).toHaveLength(0);
  });

  it("comes back with the kept code, the tab's own first", async () => {
    localStorage.setItem("rostrum.code.delegate", "AAAAAAAA");
    sessionStorage.setItem("rostrum.code.delegate", "BBBBBBBB");
    gate();
    await told(() => network.last.open());
    expect(network.last.of("signIn")[0]?.code).toBe("BBBBBBBB");
  });

  it("signs in anew when another link is opened in the same tab", async () => {
    localStorage.setItem("rostrum.code.delegate", "AAAAAAAA");
    gate();
    await told(() => network.last.open());
    const before = network.last;
    window.history.replaceState(null, "", "/delegate#BBBBBBBB");
    await told(() => {
      window.dispatchEvent(new Event("hashchange"));
    });
    await told(() => network.last.open());
    expect(before.closed).toBe(true);
    expect(network.last.of("signIn")[0]?.code).toBe("BBBBBBBB");
  });

  it("shows nothing that was typed or kept before to who comes by another link in the same tab", async () => {
    localStorage.setItem("rostrum.code.delegate", "AAAAAAAA");
    const form = () => renderHook(() => useTyped("a form", "empty")).result;
    gate();
    await greet(Role.DELEGATE);
    await whole();
    localStorage.setItem("rostrum.drafts.council-2005.EC", "{}");
    const [, change] = form().current;
    act(() => change(() => "typed"));
    expect(form().current[0]).toBe("typed");
    window.history.replaceState(null, "", "/delegate#BBBBBBBB");
    await told(() => {
      window.dispatchEvent(new Event("hashchange"));
    });
    await told(() => network.last.open());
    await told(() => network.last.say({ case: "hello", value: hello({ delegation: "KE" }) }));
    expect(form().current[0]).toBe("empty");
    expect(Object.keys(localStorage).filter((key) => /EC|AAAA/.test(key))).toEqual([]);
  });

  it("goes on to the screen of the role that the code is for", async () => {
    localStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    gate();
    await greet(Role.CHAIR);
    expect(go).toHaveBeenCalledWith("/chair");
    expect(keptCode("chair")).toBe("K7QM3XPA");
    expect(keptCode("delegate")).toBeUndefined();
  });

  it.each(["desk", "chair"] as const)("lets the desk in at /%s", async (name) => {
    localStorage.setItem(`rostrum.code.${name}`, "K7QM3XPA");
    show(
      <Gate screen={name} go={go}>
        <p>the screen</p>
      </Gate>,
    );
    await greet(Role.DESK);
    await whole();
    expect(screen.getByText("the screen")).toBeDefined();
    expect(go).not.toHaveBeenCalled();
  });

  it("sends the chair from the desk to the console", async () => {
    localStorage.setItem("rostrum.code.desk", "K7QM3XPA");
    show(
      <Gate screen="desk" go={go}>
        <p>the screen</p>
      </Gate>,
    );
    await greet(Role.CHAIR);
    expect(go).toHaveBeenCalledWith("/chair");
  });

  it("goes from the desk to the chair's console with the same code, and signs out of both", () => {
    localStorage.setItem("rostrum.code.desk", "K7QM3XPA");
    localStorage.setItem("rostrum.code.delegate", "BBBBBBBB");
    openAlso("desk", "chair", go);
    expect(go).toHaveBeenCalledWith("/chair");
    expect(keptCode("chair")).toBe("K7QM3XPA");
    signOut("chair", go);
    expect(keptCode("desk")).toBeUndefined();
    expect(keptCode("chair")).toBeUndefined();
    expect(keptCode("delegate")).toBe("BBBBBBBB");
    forgetCode("delegate");
  });

  it("says why it was signed out, and offers to sign in again", async () => {
    localStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    gate();
    await greet(Role.DELEGATE);
    await whole();
    await told(() => network.last.say({ case: "refusal", value: { code: "revoked", reconnect: false } }));
    expect(screen.getByText(/withdrawn/)).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(keptCode("delegate")).toBeUndefined();
    expect(go).toHaveBeenCalledWith("/join?out=revoked");
  });

  it("forgets the code when signing out", () => {
    localStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    sessionStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    signOut("delegate", go);
    expect(keptCode("delegate")).toBeUndefined();
    expect(go).toHaveBeenCalledWith("/join?out=asked_for");
  });

  it.each([
    ["signing out", false],
    ["a code that is withdrawn while the page is away", true],
  ])("keeps nothing of the delegation on the device after %s", async (_, withdrawn) => {
    localStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    const kept = ["drafts", "request", "seen"];
    for (const what of kept) localStorage.setItem(`rostrum.${what}.council-2005.EC`, "{}");
    localStorage.setItem("rostrum.request.council-2005.KE", "{}");
    const first = gate();
    await greet(Role.DELEGATE);
    await whole();
    first.unmount();
    if (withdrawn) {
      gate();
      await refuse("revoked");
    } else signOut("delegate", go);
    for (const what of kept) expect(localStorage.getItem(`rostrum.${what}.council-2005.EC`), what).toBeNull();
    expect(Object.keys(localStorage).filter((key) => key.includes("whose"))).toEqual([]);
    expect(localStorage.getItem("rostrum.request.council-2005.KE")).toBe("{}");
    localStorage.clear();
  });

  it("leaves the code of another session's sign-in, made in another tab of the device", () => {
    sessionStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    localStorage.setItem("rostrum.code.delegate", "BBBBBBBB");
    signOut("delegate", go);
    expect(sessionStorage.length).toBe(0);
    expect(localStorage.getItem("rostrum.code.delegate")).toBe("BBBBBBBB");
    forgetCode("delegate");
  });

  it("leaves nothing that was under way in the tab when signing out", () => {
    sessionStorage.setItem("rostrum.code.delegate", "K7QM3XPA");
    sessionStorage.setItem("rostrum.pending", JSON.stringify({ owner: "K7QM3XPA", commands: [] }));
    signOut("delegate", go);
    expect(sessionStorage.length).toBe(0);
  });
});

describe("the fragment", () => {
  it("is taken once", () => {
    window.history.replaceState(null, "", "/delegate?lang=fr#K7QM-3XPA");
    expect(takeFragment()).toBe("K7QM3XPA");
    expect(window.location.pathname + window.location.search).toBe("/delegate?lang=fr");
    expect(takeFragment()).toBeUndefined();
    forgetCode("delegate");
  });

  it("that is damaged is no code", () => {
    window.history.replaceState(null, "", "/delegate#%E0%A4%A");
    expect(takeFragment()).toBe("E0A4A");
    expect(window.location.hash).toBe("");
  });
});
