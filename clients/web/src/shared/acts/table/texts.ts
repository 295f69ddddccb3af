// Texts handed in: sent, released now or at an instant.
import { asTravelled } from "../../statement";
import { type ActValue, action, always } from "../act";

export const submitStatement = action<ActValue<"submitStatement">>({
  id: "submit_statement",
  on: { delegate: { label: "delegate.send" } },
  available: always,
  command: (_, value) => ({
    act: { case: "submitStatement", value: { ...value, text: asTravelled(value.text ?? "") } },
  }),
});

export const releaseStatement = action<number>({
  id: "release_statement",
  on: { desk: { label: "desk.text.release" }, delegate: { label: "delegate.release" } },
  available: ({ view }, entry) => view.statement(entry)?.releasedAt === 0,
  command: (_, entry) => ({ act: { case: "releaseStatement", value: { entry } } }),
});

/** At an instant; 0 takes the plan back. */
export const planStatementRelease = action<{ entry: number; releasesAt: number }>({
  id: "plan_statement_release",
  on: { delegate: { label: "delegate.release_plan" } },
  available: ({ view }, { entry }) => view.statement(entry)?.releasedAt === 0,
  command: (_, value) => ({ act: { case: "planStatementRelease", value } }),
});
