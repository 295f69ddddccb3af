import { act, render, screen } from "@testing-library/react";
import type { ComponentType } from "react";
import { describe, expect, it } from "vitest";
import { later } from "./later";

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
