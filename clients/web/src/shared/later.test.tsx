import { act, fireEvent, render, screen } from "@testing-library/react";
import { type ComponentType, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { I18nProvider } from "../i18n";
import { laterForm } from "./FormLater";
import { later } from "./later";
import { patience_ms } from "./patience";

type Named = { name: string };

describe("what comes later", () => {
  it("has a place held for it by what is given, with what it is to be told, until it is here", async () => {
    let come: (component: ComponentType<Named>) => void = () => {};
    const coming = new Promise<ComponentType<Named>>((resolve) => {
      come = resolve;
    });
    const Shown = later<Named>(
      () => coming,
      ({ name }) => <p>waiting for {name}</p>,
    );
    render(<Shown name="Chile" />);
    expect(screen.getByText("waiting for Chile")).toBeDefined();
    await act(async () => come(({ name }) => <p>here is {name}</p>));
    expect(screen.getByText("here is Chile")).toBeDefined();
    expect(screen.queryByText("waiting for Chile")).toBeNull();
  });
});

describe("a form that is fetched later", () => {
  type Closed = { onClose: () => void };
  function open() {
    let come: (component: ComponentType<Closed>) => void = () => {};
    const coming = new Promise<ComponentType<Closed>>((resolve) => {
      come = resolve;
    });
    const Form = laterForm<Closed>(() => coming);
    function Opened() {
      const [opened, setOpened] = useState(true);
      return opened && <Form onClose={() => setOpened(false)} />;
    }
    render(
      <I18nProvider fixed="en">
        <Opened />
      </I18nProvider>,
    );
    return { come: () => act(async () => come(() => <p>the form</p>)) };
  }

  it("says that it is coming, and makes way for the form", async () => {
    const { come } = open();
    expect(screen.getByRole("dialog", { name: "Loading…" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await come();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByText("the form")).toBeDefined();
  });

  it("does not open by itself once it was cancelled", async () => {
    const { come } = open();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    await come();
    expect(screen.queryByText("the form")).toBeNull();
  });

  it("offers to load the page again once it takes long, and not before", () => {
    vi.useFakeTimers();
    open();
    act(() => void vi.advanceTimersByTime(patience_ms - 1));
    expect(screen.queryByRole("button", { name: "Load again" })).toBeNull();
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByRole("alert")).toHaveTextContent("This is taking longer than usual.");
    expect(screen.getByRole("button", { name: "Load again" })).toBeDefined();
  });
});
