import { get } from 'node:http';
import { cpuSeconds } from '../cpu-time.js';
import { memoryOf } from '../scale/process-use.js';

/** A list that was streamed to its end. */
export interface StreamedList {
  licenses: number;
  /** Lines that said how far it had come. */
  progress: number;
  bytes: number;
  firstLineMs: number;
  /** The first line about a license. */
  firstLicenseMs: number;
  seconds: number;
  cpuSeconds: number | null;
  memoryBefore: number | null;
  memoryPeak: number | null;
}

const everyMs = 250;

/** Reads it as it comes and keeps nothing of it. */
export async function streamedList(url: string, token: string, apiPid: number): Promise<StreamedList> {
  const before = { cpu: cpuSeconds(apiPid), memory: memoryOf(apiPid) };
  let peak = before.memory;
  const watch = setInterval(() => {
    const now = memoryOf(apiPid);
    if (now !== null && (peak === null || now > peak)) peak = now;
  }, everyMs);
  try {
    const read = await readLines(url, token);
    const after = cpuSeconds(apiPid);
    const spent = before.cpu === null || after === null ? null : after - before.cpu;
    return { ...read, cpuSeconds: spent, memoryBefore: before.memory, memoryPeak: peak };
  } finally {
    clearInterval(watch);
  }
}

type Read = Omit<StreamedList, 'cpuSeconds' | 'memoryBefore' | 'memoryPeak'>;

function readLines(url: string, token: string): Promise<Read> {
  const begun = performance.now();
  const seen: Read = { licenses: 0, progress: 0, bytes: 0, firstLineMs: 0, firstLicenseMs: 0, seconds: 0 };
  let rest = '';
  let end = '';
  const take = (line: string): void => {
    const at = performance.now() - begun;
    seen.firstLineMs ||= at;
    if (line.startsWith('{"license"')) {
      seen.firstLicenseMs ||= at;
      seen.licenses += 1;
    } else if (line.startsWith('{"progress"')) seen.progress += 1;
    else if (line.startsWith('{"end"')) end = line;
  };
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        seen.bytes += Buffer.byteLength(text);
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) take(line);
      });
      response.on('end', () => {
        seen.seconds = (performance.now() - begun) / 1000;
        const { licenses } = (end ? JSON.parse(end).end : {}) as { licenses?: number };
        if (response.statusCode === 200 && licenses === seen.licenses) resolve(seen);
        else reject(new Error(`The list ended with ${response.statusCode}, ${seen.licenses} licenses and "${end}".`));
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
  });
}
