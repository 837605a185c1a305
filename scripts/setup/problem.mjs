/**
 * Something that stops the set-up and that a person can mend.
 * `what` says what is wrong, `wayOut` what to do about it; both are shown, nothing else is.
 */
export class SetupProblem extends Error {
  constructor(what, wayOut, detail = '') {
    super(what);
    this.name = 'SetupProblem';
    this.wayOut = wayOut;
    this.detail = detail;
  }
}

/** What a failed tool or system call means for the person at the keyboard. */
const CAUSES = [
  {
    sign: /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i,
    what: 'The disk is full.',
    wayOut: 'Free about 1.5 GB (dependencies 0.7 GB, Temporal 0.2 GB, data and build) and start again.',
  },
  {
    sign: /EROFS|read-only file system|EACCES|EPERM|permission denied/i,
    what: 'A folder cannot be written.',
    wayOut: 'Make the checkout writable for this user (its owner is shown by "ls -ld ."), then start again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|CERT_|certificate|proxy|Max retries|connection broken|no matching distribution|could not find a version|network|HTTP error 40[37]|E403|E407|E502|E503/i,
    what: 'A download did not get through.',
    wayOut:
      'Check the network and the proxy settings (http_proxy, https_proxy, the package client’s own configuration), then start again.',
  },
];

/** Turns the raw output of a failed step into one clear problem. */
export function explain(step, output, otherwise) {
  const cause = CAUSES.find(({ sign }) => sign.test(output));
  if (cause) return new SetupProblem(`${step}: ${cause.what}`, cause.wayOut, lastLines(output, 2));
  return new SetupProblem(`${step} failed.`, otherwise, lastLines(output, 12));
}

function lastLines(text, count) {
  return text.trim().split(/\r?\n/).filter(Boolean).slice(-count).join('\n');
}

/** Prints a problem the way every command of the project does, and returns the exit status. */
export function reportProblem(error) {
  if (!(error instanceof SetupProblem)) error = explainUnexpected(error);
  const indented = error.detail ? `\n${error.detail.replace(/^/gm, '    ')}\n` : '\n';
  process.stderr.write(`\n${error.message}${indented}  Way out: ${error.wayOut}\n`);
  return 1;
}

function explainUnexpected(error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return explain('Set-up', text, 'Run "node scripts/setup.mjs" again; if it stays, report the lines above.');
}
