// Two sessions on one server, used from one browser: one address, one device, two delegations of the same id (N7).
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, tablet, test } from "./support/fixtures.ts";
import { tabOf } from "./support/people.ts";

const committee = "drafting-committee";
const programme = fileURLToPath(new URL("./support/drafting-committee.yaml", import.meta.url));

test.use({ viewport: tablet, serverOptions: { also: [programme] } });

const inCouncil = (page: Page) => page.getByText("High-level Plenary Panel").first();
const inCommittee = (page: Page) => page.getByText("Paragraph by paragraph").first();

test("N7 each code leads into its own session, and two tabs of a device stay apart", async ({ server, page, context }) => {
  const joins = async (tab: Page, code: string) => {
    await tab.goto(`${server.url}/join`);
    await tab.getByRole("textbox", { name: "Code or link" }).fill(code);
    await tab.getByRole("button", { name: "Sign in" }).click();
    await expect(tab.getByRole("heading", { name: "Chile" })).toBeVisible();
  };
  const other = await context.newPage();
  await joins(page, server.signIn("delegate", "CL").code);
  await joins(other, server.signIn("delegate", "CL", undefined, committee).code);
  const stands = async () => {
    await expect(inCouncil(page)).toBeVisible();
    await expect(page.getByText("Paragraph by paragraph")).toHaveCount(0);
    await expect(inCommittee(other)).toBeVisible();
    await expect(other.getByText("High-level Plenary Panel")).toHaveCount(0);
  };
  await stands();

  await test.step("a reload goes on in the session of the tab", async () => {
    for (const tab of [page, other]) await tab.reload();
    await stands();
  });

  await test.step("a request in one is none in the other, nor is the speaker that it named", async () => {
    await page.getByRole("button", { name: "Ask for the floor" }).first().click();
    await page.getByLabel("Name of the speaker").fill("A. Speaker (fictional)");
    await page.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await other.getByRole("button", { name: "Ask for the floor" }).first().click();
    await expect(other.getByLabel("Name of the speaker")).toHaveValue("");
    await other.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).click();
    await expect(other.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a text that is typed in one is not there in the other", async () => {
    const field = (tab: Page) => tab.getByRole("textbox", { name: /^Your words, / });
    for (const tab of [page, other]) await tabOf(tab, "Statement").click();
    await field(page).fill("Chile speaks to the council.");
    await other.reload();
    await tabOf(other, "Statement").click();
    await expect(field(other)).toHaveValue("");
    await field(other).fill("Chile speaks to the committee.");
    await page.reload();
    await tabOf(page, "Statement").click();
    await expect(field(page)).toHaveValue("Chile speaks to the council.");
  });

  await test.step("signing out of one leaves the other", async () => {
    await tabOf(page, "Programme").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign out now" }).click();
    await expect(page.getByRole("textbox", { name: "Code or link" })).toBeVisible();
    await other.reload();
    await expect(inCommittee(other)).toBeVisible();
  });
});
