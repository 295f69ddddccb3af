// A delegate's tablet: what it asked for is kept over a lost network and a reload, and done once; and what it can read up.
import type { Page } from "@playwright/test";
import { logOf } from "./support/ctl.ts";
import { expect, tablet, test } from "./support/fixtures.ts";
import { inLanguages, onEach } from "./support/looks.ts";
import { onTablet, placeOf } from "./support/people.ts";
import { panel } from "./support/programme.ts";
import type { RostrumServer } from "./support/server.ts";
import { askFor, openPanel } from "./support/session.ts";
import { acknowledgedTo } from "./support/witness.ts";

test("N3 a request that was under way when the page was loaded again is done once, whether it had left the tablet or not", async ({
  enter,
  seat,
  server,
  newLine,
}) => {
  const wire = await seat("desk");
  await openPanel(wire);
  await askFor(wire, "CL");
  const line = await newLine();
  const told: Map<string, Set<string>>[] = [];
  const watch = (page: Page) => told.push(acknowledgedTo(page));
  const names = () => told.flatMap((one) => [...one.values()].map((acts) => acts.size));
  const kenya = await enter("delegate", { ...onTablet("KE"), through: line, watch });

  await test.step("the line is silent: the request has left, its answer has not come, and the page sends it again", async () => {
    await kenya.getByRole("button", { name: "Ask for the floor" }).tap();
    line.die();
    await kenya.getByRole("dialog").getByRole("button", { name: "Ask for the floor" }).tap();
    await expect(kenya.getByText("Asking for the floor", { exact: true })).toBeVisible();
    await expect(kenya.getByText("Reconnecting", { exact: true })).toHaveCount(0);
    // Left before the line is mended, so that the answer comes to the page that is loaded again and not to this one.
    await kenya.goto("about:blank");
    await line.mend();
    await kenya.goto(line.through(`${server.url}/delegate`));
    await expect(placeOf(kenya)).toContainText("2");
    await wire.until(() => `${wire.list(panel)}` === "CL,KE", "one entry of Kenya");
    expect(await actsOf(server, "KE", "request_floor")).toBe(1);
    // An Ack comes after the patch, or the snapshot, by which the screen shows the act.
    await expect.poll(names, "the answer").toEqual([1]);
  });

  await test.step("the line is cut: the page that is loaded again stands without a server, and has it done once the network is back", async () => {
    await line.cut();
    await expect(kenya.getByText("Reconnecting", { exact: true })).toBeVisible();
    await kenya.getByRole("button", { name: "Withdraw" }).tap();
    await kenya.getByRole("button", { name: "Withdraw now" }).tap();
    await expect(kenya.getByRole("button", { name: "Withdrawing" })).toBeVisible();
    await kenya.reload();
    await expect(kenya.getByRole("alert")).toHaveText(/^The server does not answer yet/);
    expect(wire.list(panel)).toEqual(["CL", "KE"]);
    await line.mend();
    await expect(kenya.getByRole("button", { name: "Ask for the floor" })).toBeVisible();
    await wire.until(() => `${wire.list(panel)}` === "CL", "the withdrawal");
    expect(await actsOf(server, "KE", "withdraw_entry")).toBe(1);
  });

  await expect.poll(names, "two acts, each answered by one name however often it was sent").toEqual([1, 1]);
});

test("P1 the documents of a panel stand in the programme with their symbol and title, in each language", async ({ enter }) => {
  const screens = await inLanguages(enter, "delegate", { viewport: tablet, delegation: "KE" });
  const titles: Record<string, [string, string]> = {
    en: ["Discussion note: International Dialogue on Migration 2005", "Final report of the diasporas questionnaire"],
    fr: ["Note de discussion : Dialogue international sur la migration 2005", "Rapport final sur le questionnaire relatif aux diasporas"],
    es: ["Nota de debate: Diálogo Internacional sobre la Migración 2005", "Informe final del cuestionario sobre las diásporas"],
  };
  await onEach(screens, async (page, t) => {
    await page.getByRole("tab", { name: t("delegate.tab_programme") }).click();
    const [note, report] = titles[(await page.locator("html").getAttribute("lang")) ?? ""] ?? [];
    const document = page.getByRole("listitem").filter({ hasText: "IC/2005/3" }).last();
    await expect(document).toHaveText(`IC/2005/3 ${note}`);
    await document.scrollIntoViewIfNeeded();
    await expect(document).toBeInViewport();
    // One that has no symbol stands by its title alone.
    await expect(page.getByText(report ?? "", { exact: true })).toBeVisible();
  });
});

async function actsOf(server: RostrumServer, actor: string, act: string): Promise<number> {
  return (await logOf(server)).filter((logged) => logged.actor === actor && logged.act === act).length;
}
