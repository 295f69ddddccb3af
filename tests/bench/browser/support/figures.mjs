// What a benchmark says of what it measured: figures out of many, and the line that tools/bench reads for each goal.

/** The value below which so much of them lies: 0.5 is the median, 1 the largest. */
export function quantile(values, of) {
  if (values.length === 0) throw new Error("nothing was measured");
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(of * sorted.length) - 1))];
}

/** `goal NAME: FIGURE UNIT (goal <= X): met` */
export function goalLine(name, figure, unit, goal) {
  return `goal ${name}: ${rounded(figure)} ${unit} (goal <= ${goal}): ${figure <= goal ? "met" : "not met"}`;
}

export function rounded(figure) {
  return String(Number(figure.toFixed(figure < 10 ? 2 : 1)));
}

export const sum = (values) => values.reduce((total, value) => total + value, 0);
