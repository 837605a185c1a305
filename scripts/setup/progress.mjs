const startedAt = Date.now();
let quiet = false;

/** In quiet mode only work that takes time is announced, and always on standard error. */
export function beQuiet(value) {
  quiet = value;
}

/** One plain line with the seconds since the command began: "[ 12.3s] dependencies installed". */
export function say(line) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
  process.stderr.write(`[${seconds}s] ${line}\n`);
}

/** A line that says only that something was already there. */
export function sayUnlessQuiet(line) {
  if (!quiet) say(line);
}
