// Requests that stand, as their delegation sees them: told apart, put right by others, next, and withdrawn with what was written.
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drawOf } from "../../testing/draws";
import { renderScreen } from "../../testing/hall";
import { refusedWith } from "../../testing/staged";
import { afternoon, as, entries, entry, panels, queue, statement, statementText } from "../../testing/views";
import { Kind, OrderPolicy, type Panel, Rank, Reason } from "../../wire";
import Delegate from "./index";

afterEach(() => void vi.unstubAllGlobals());
const user = () => userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const place = () => screen.getByRole("region", { name: "Your place in line" });
const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const order = (...numbers: number[]) => as.queue(queue("high-level", numbers));
const own = (over = {}) =>
  as.entry(entry(15, "EC", { language: "es", speaker: { name: "A. Ejemplo", title: "Minister" }, ...over }));
const question = as.entry(entry(30, "EC", { kind: Kind.QUESTION, addressedTo: "italy" }));
/** A phone with letters so large that its screen counts as very low. */
const asPhone = () =>
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("max-width: 30rem"), media: query }));
const withdrawal = { case: "withdrawEntry", value: { entry: 15 } } as const;
const said = () => screen.getAllByRole("status").map((one) => one.textContent);

describe("several requests", () => {
  it.each([
    ["en", ["Correct…", "In writing instead", "Withdraw"], ["(Question, place 4)", "(Statement, place 2)"]],
    ["fr", ["Corriger…", "Plutôt par écrit", "Retirer ma demande"], ["(Question, rang 4)", "(Déclaration, rang 2)"]],
    [
      "es",
      ["Corregir…", "Mejor por escrito", "Retirar la solicitud"],
      ["(Pregunta, lugar 4)", "(Declaración, lugar 2)"],
    ],
  ] as const)("have acts that are told apart by what is seen of them, in %s", (locale, acts, which) => {
    renderScreen(<Delegate />, { entities: afternoon(question, order(11, 15, 12, 30)) }, locale);
    const all = screen.getAllByRole("button").map((one) => one.textContent);
    // A question is not filed in writing.
    const wanted = which.flatMap((one, at) =>
      acts.filter((_, act) => at > 0 || act !== 1).map((words) => `${words} ${one}`),
    );
    expect(all.filter((words) => words?.endsWith(")"))).toEqual(wanted);
  });

  it("keep their names while one asks once more", async () => {
    renderScreen(<Delegate />, { entities: afternoon(question, order(11, 15, 12, 30)) });
    await user().click(button("Withdraw (Question, place 4)"));
    expect(button("Withdraw now (Question, place 4)").textContent).toBe("Withdraw now (Question, place 4)");
    expect(button("Keep my place (Question, place 4)")).toBeVisible();
  });
});

describe("L15 a request that was put right by another", () => {
  it("shows who speaks and in which language, and that it was, and says so once", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(own()) });
    expect(within(place()).getByText(/Statement · A\. Ejemplo, Minister · 3 min · Español/)).toBeVisible();
    expect(said().join()).not.toContain("corrected");
    act(() => hall.put(own({ language: "fr", speaker: { name: "B. Muster", title: "Ambassador" } })));
    expect(
      within(place()).getByText(/B\. Muster, Ambassador · 3 min · Français · asked \d\d:\d\d · corrected 15:42$/),
    ).toBeVisible();
    const words = "Your request was corrected: Statement\u00a0· B. Muster, Ambassador\u00a0· Français";
    expect(said().filter((one) => one?.includes("corrected"))).toEqual([words]);
    act(() => hall.put(order(11, 15, 12)));
    expect(said().filter((one) => one?.includes("corrected"))).toEqual([words]);
  });

  it("is told whichever part of the screen was open meanwhile", async () => {
    const { hall } = renderScreen(<Delegate tab="programme" />, { entities: afternoon(own()) });
    act(() => hall.put(own({ language: "fr" })));
    await user().click(screen.getByRole("tab", { name: "Floor" }));
    expect(within(place()).getByText(/corrected 15:42$/)).toBeVisible();
  });

  it("is not told of one that only moves", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(own()) });
    act(() => hall.put(own({ moved: true, limitMs: 120_000 }), order(15, 11)));
    expect(screen.queryByText(/corrected/)).toBeNull();
  });
});

describe("L2 asking again", () => {
  const name = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Name of the speaker" });
  const title = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Title or function" });
  const ask = async (speaker: string) => {
    await user().click(button("Ask for the floor"));
    await user().clear(name());
    await user().type(name(), speaker);
    await user().click(within(screen.getByRole("dialog")).getByRole("button", { name: "Ask for the floor" }));
  };
  const corrected = { speaker: { name: "B. Muster", title: "Ambassador" } };

  it("offers the speaker of the last request as it was put right, while it waits and once it is gone", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(order(...others)) });
    await ask("A. Ejemplo");
    act(() => hall.put(own(), order(15, ...others)));
    act(() => hall.put(own(corrected)));
    await user().click(button("Ask for another turn"));
    expect([name().value, title().value]).toEqual(["B. Muster", "Ambassador"]);
    await user().click(button("Cancel"));
    act(() => {
      hall.put(order(...others));
      hall.remove("entry/15");
    });
    await user().click(button("Ask for the floor"));
    expect([name().value, title().value]).toEqual(["B. Muster", "Ambassador"]);
  });

  it("offers it where it was put right while this screen was away, and not where it names nobody", async () => {
    const shown = renderScreen(<Delegate />, { entities: afternoon(order(...others)) });
    await ask("A. Ejemplo");
    shown.unmount();
    const again = renderScreen(<Delegate />, { entities: afternoon(own(corrected)) });
    await user().click(button("Ask for another turn"));
    expect(name().value).toBe("B. Muster");
    again.unmount();
    renderScreen(<Delegate />, { entities: afternoon(own({ speaker: { name: "", title: "" } })) });
    await user().click(button("Ask for another turn"));
    expect(name().value).toBe("A. Ejemplo");
  });
});

describe("L4 the rank of the speaker", () => {
  const ask = async () => {
    await user().click(button(/^Ask for/));
    const form = screen.getByRole("dialog");
    return within(form);
  };
  const rank = /Rank of the speaker/;

  it("is asked for with the request where it is said, and proposed the next time", async () => {
    const { hall, unmount } = renderScreen(<Delegate />, { entities: afternoon(order(...others)) });
    const form = await ask();
    expect(form.getByRole("button", { name: rank }).textContent).toBe("Not said");
    await user().click(form.getByRole("button", { name: rank }));
    await user().click(screen.getByRole("option", { name: "Vice-minister" }));
    await user().click(form.getByRole("button", { name: "Ask for the floor" }));
    expect(hall.acts[0]?.act).toMatchObject({ case: "requestFloor", value: { rank: Rank.VICE_MINISTER } });
    unmount();
    renderScreen(<Delegate />, { entities: afternoon(order(...others)) });
    expect((await ask()).getByRole("button", { name: rank }).textContent).toBe("Vice-minister");
  });

  it("stands in the own place and in the list, once where the title says it too", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(own({ rank: Rank.MINISTER })) });
    expect(within(place()).getByText(/Statement · A\. Ejemplo, Minister · 3 min/)).toBeVisible();
    act(() => hall.put(own({ rank: Rank.HEAD_OF_STATE })));
    expect(within(place()).getByText(/A\. Ejemplo, Head of State, Minister · 3 min/)).toBeVisible();
    const row = screen.getAllByRole("listitem").find((one) => one.textContent?.includes("Ecuador"));
    expect(row?.textContent).toContain("Head of State");
  });
});

describe("L4 why the own request stands where it does", () => {
  it.each([false, true])("is told with the place, on a phone too: %s", (phone) => {
    if (phone)
      vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === "(max-width: 30rem)", media: query }));
    renderScreen(<Delegate />, { entities: afternoon(own({ rank: Rank.MINISTER, reason: Reason.RANK })) });
    expect(screen.getByText(/^Why this place: Ministers; asked \d\d:\d\d:\d\d$/)).toBeVisible();
  });
});

describe("L4 how the order of the list came to be", () => {
  const panel = (orderPolicy: OrderPolicy) => as.panel({ ...(panels[1] as Panel), orderPolicy });
  const list = () => screen.getByText("By rank").closest("section");

  it("stands over the list, of a lot with its word, and while a draw is under way", () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(panel(OrderPolicy.RANK)) });
    expect(list()?.textContent).toContain("List of speakers");
    act(() => hall.put(panel(OrderPolicy.LOT), as.draw(drawOf("drawn"))));
    expect(screen.getByText("drawn by lot at 15:42:00, word 6-2-5-HERON")).toBeVisible();
    act(() => hall.put(as.draw(drawOf("prepared", { number: 2 }))));
    expect(screen.getByText("draw 2 under way")).toBeVisible();
  });
});

describe("being next", () => {
  it.each([false, true])("says in which language the request is, on a phone too: %s", (phone) => {
    if (phone) asPhone();
    renderScreen(<Delegate />, { entities: afternoon(own(), order(15, ...others)) });
    expect(within(place()).getByText("You are next")).toBeVisible();
    expect(within(place()).getByText(/Español/)).toBeVisible();
  });
});

describe("S1 the text of a request that is withdrawn", () => {
  const held = as.ownStatement(statement(15, "EC", [statementText("es", ["Uno dos.", "Tres."], { version: 2 })]));
  const field = () => screen.getByRole("textbox") as HTMLTextAreaElement;
  const withdraw = async () => {
    await user().click(button("Withdraw"));
    await user().click(button("Withdraw now"));
  };
  const again = as.entry(entry(40, "EC", { language: "es" }));

  it("is said to go with it, before", async () => {
    renderScreen(<Delegate />, { entities: [...afternoon(), held] });
    await user().click(button("Withdraw"));
    expect(screen.getByText(/Your text goes with the request: interpreters and desk no longer see it/)).toBeVisible();
  });

  it("stands in the editor again, not sent, once the delegation has asked again", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: [...afternoon(), held] });
    await withdraw();
    act(() => {
      hall.put(order(...others));
      hall.remove("own/statement/EC/15", "entry/15");
    });
    await user().click(screen.getByRole("tab", { name: "Statement" }));
    expect(screen.getByText(/^The text of the request that you withdrew is kept on this device/)).toBeVisible();
    act(() => hall.put(again, order(...others, 40)));
    expect(field().value).toBe("Uno dos.\n\nTres.");
    expect(screen.getAllByText("Not sent yet")[0]).toBeVisible();
    await user().click(button("Send version 1"));
    expect(hall.acts.at(-1)?.act).toMatchObject({
      case: "submitStatement",
      value: { entry: 40, language: "es", text: "Uno dos.\n\nTres." },
    });
    const sent = statement(40, "EC", [statementText("es", ["Uno dos.", "Tres."])]);
    act(() => hall.put(as.ownStatement(sent)));
    expect(screen.queryByText("Not sent yet")).toBeNull();
    expect(Object.keys(localStorage).filter((key) => key.includes("drafts"))).toEqual([]);
  });

  it("comes back as it was typed where it was never sent, and is gone once it is discarded", async () => {
    const { hall } = renderScreen(<Delegate tab="statement" />);
    fireEvent.change(field(), { target: { value: "Nunca enviado." } });
    await user().click(screen.getByRole("tab", { name: "Floor" }));
    await withdraw();
    act(() => hall.put(again, order(...others, 40)));
    await user().click(screen.getByRole("tab", { name: "Statement" }));
    expect(field().value).toBe("Nunca enviado.");
    await user().click(button("Discard what is not sent"));
    await user().click(button("Discard now"));
    expect(field().value).toBe("");
  });

  it("is not offered to a request that stood beside it", async () => {
    const { hall } = renderScreen(<Delegate />, {
      entities: [...afternoon(as.entry(entry(9, "EC", { kind: Kind.QUESTION, language: "es" })), order(15, 9)), held],
    });
    await user().click(button("Withdraw (Statement, place 1)"));
    await user().click(button("Withdraw now (Statement, place 1)"));
    act(() => hall.put(order(9)));
    await user().click(screen.getByRole("tab", { name: "Statement" }));
    expect(field().value).toBe("");
  });

  const later = (kind = Kind.QUESTION) => as.entry(entry(30, "EC", { kind, language: "es" }));
  const toStatement = () => user().click(screen.getByRole("tab", { name: "Statement" }));
  const toFloor = () => user().click(screen.getByRole("tab", { name: "Floor" }));
  const aside = () => screen.queryByText(/^The text of the request that you withdrew is kept on this device/);

  it("is not offered to a request of a higher number that stood beside it", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: [...afternoon(later(), order(15, 30)), held] });
    await user().click(button("Withdraw (Statement, place 1)"));
    await user().click(button("Withdraw now (Statement, place 1)"));
    act(() => hall.put(order(30)));
    await toStatement();
    expect(field().value).toBe("");
    act(() => hall.put(again, order(40)));
    expect(field().value).toBe("Uno dos.\n\nTres.");
  });

  it("is not lost where another request is withdrawn after it", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: [...afternoon(order(15)), held] });
    await withdraw();
    act(() => {
      hall.remove("own/statement/EC/15", "entry/15");
      hall.put(later(Kind.STATEMENT), order(30));
    });
    await toStatement();
    fireEvent.change(field(), { target: { value: "Segundo." } });
    await toFloor();
    await withdraw();
    act(() => hall.put(again, order(40)));
    await toStatement();
    expect(field().value).toBe("Segundo.");
    await user().click(button("Send version 1"));
    act(() => hall.put(as.ownStatement(statement(40, "EC", [statementText("es", ["Segundo."])]))));
    expect(screen.queryByText("Not sent yet")).toBeNull();
    act(() => hall.put(as.entry(entry(41, "EC", { language: "es" })), order(41)));
    expect(field().value).toBe("Uno dos.\n\nTres.");
  });

  it.each([
    ["refused", "list_closed", null],
    ["called off", "called_off", null],
    ["never answered", "outcome_unknown", "kept"],
  ])("is dropped, unless it may be needed yet, where the withdrawal is %s", async (_, code, kept) => {
    const { hall } = renderScreen(<Delegate />, {
      entities: [...afternoon(order(15)), held],
      answer: () => refusedWith(code),
    });
    await withdraw();
    act(() => hall.put(order()));
    await toStatement();
    expect(aside() && "kept").toBe(kept);
  });

  it("is dropped where the withdrawal is refused after a reload", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: [...afternoon(order(15)), held], answer: () => "sent" });
    await withdraw();
    act(() => hall.put(order()));
    await toStatement();
    expect(aside()).toBeVisible();
    const refused = { id: "c1", act: withdrawal, outcome: refusedWith("list_closed") };
    act(() => hall.stage({ late: [refused] }));
    expect(aside()).toBeNull();
  });
});
