// What a page's main thread did, task by task, as the browser itself notes it. Instants are those of `instant`: browser and
// benchmark read the same clock of the machine. Units: milliseconds.
const categories = ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "__metadata"];
/** The names under which versions of Chromium note a task. */
const a_task = new Set(["RunTask", "ThreadControllerImpl::RunTask", "ThreadController::Task"]);

/** What a task is called that makes others wait, as browsers count it. */
export const long_ms = 50;

export const instant = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * Does something, and returns the tasks of the page's main thread meanwhile, in order: { from, ms, cpu_ms }. The last is the
 * processor's time, which what else the machine does hardly changes.
 */
export async function tasksWhile(browser, page, what) {
  await browser.startTracing(page, { categories });
  const result = await what();
  const written = await browser.stopTracing();
  return { tasks: mainTasks(JSON.parse(written.toString())), result };
}

/** Of a trace as the browser writes it. */
export function mainTasks({ traceEvents }) {
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const byThread = new Map([...mains].map((thread) => [thread, []]));
  for (const { name, ph, pid, tid, ts, dur = 0, tdur = 0 } of traceEvents) {
    if (ph !== "X" || !a_task.has(name)) continue;
    byThread.get(`${pid} ${tid}`)?.push({ from: ts / 1e3, ms: dur / 1e3, cpu_ms: tdur / 1e3 });
  }
  const total = (tasks) => tasks.reduce((sum, { ms }) => sum + ms, 0);
  // Of the browser's pages the one at work: others may stand by.
  const tasks = [...byThread.values()].sort((left, right) => total(right) - total(left))[0] ?? [];
  if (tasks.length === 0) throw new Error("the browser has noted no task of the page");
  return outermost(tasks);
}

/** A task that runs inside another is that one's. */
function outermost(tasks) {
  const found = [];
  for (const task of tasks.sort((left, right) => left.from - right.from || right.ms - left.ms)) {
    const last = found.at(-1);
    if (!last || task.from >= last.from + last.ms) found.push(task);
  }
  return found;
}

/** The longest that began in the span. */
export function longestIn(tasks, from, to) {
  const found = tasks.filter((task) => task.from >= from && task.from < to);
  return found.reduce((longest, task) => (task.ms > longest.ms ? task : longest), { from, ms: 0, cpu_ms: 0 });
}

/** How long others had to wait for tasks that were too long: of each, what is beyond that length. */
export function blocked(tasks) {
  return tasks.reduce((sum, { ms }) => sum + Math.max(0, ms - long_ms), 0);
}
