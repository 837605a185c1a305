import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import type { History } from '../../libs/gateway/index.js';

const HistoryMessage = proto.temporal.api.history.v1.History;

/** One run of a workflow as a release lived it. */
export interface StoredHistory {
  /** `<release>/<phase>-<run>` */
  name: string;
  workflowId: string;
  /** The protobuf message as plain JSON: 64-bit numbers and enums as strings, bytes in base64. */
  history: object;
}

const folder = join(__dirname, 'histories');

export function storedHistories(): StoredHistory[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.history.json'))
    .sort()
    .map((file) => ({
      name: file.replace('.history.json', ''),
      ...JSON.parse(readFileSync(join(folder, file), 'utf8')),
    }));
}

/** The phase of a stored history, as its file names it. */
export const phaseOf = ({ name }: StoredHistory): string => name.replace(/^.*\/(.*)-\d+$/, '$1');

/** As what the history of a whole life is stored (`test/lives`). */
export const lifePhase = (name: string): string => `life-${name}`;

export const isLife = (phase: string): boolean => phase.startsWith('life-');

const isStored = (phase: string): boolean => storedHistories().some((stored) => phaseOf(stored) === fileName(phase));

export const historyFrom = (json: object): History => HistoryMessage.fromObject(json);

/** Histories of a release are stored once, when it is cut, and never change. */
function storeHistories(release: string, phase: string, workflowId: string, runs: History[]): void {
  mkdirSync(join(folder, release), { recursive: true });
  for (const [index, run] of runs.entries()) {
    const history = HistoryMessage.toObject(HistoryMessage.fromObject(run), {
      longs: String,
      enums: String,
      bytes: String,
    });
    writeFileSync(
      join(folder, release, `${fileName(phase)}-${index + 1}.history.json`),
      `${withoutMachine(JSON.stringify({ workflowId, history }))}\n`,
    );
  }
}

/** With PAIZHAO_STORE_HISTORIES=<release> the histories of what no release has stored yet; with <release>:all any. */
export function storeWhereAsked(phase: string, workflowId: string, runs: History[]): void {
  const [release, all] = process.env.PAIZHAO_STORE_HISTORIES?.split(':') ?? [];
  if (release && (all === 'all' || !isStored(phase))) storeHistories(release, phase, workflowId, runs);
}

/** Stack traces and identities name the machine that lived the history; replay needs neither. */
function withoutMachine(json: string): string {
  const root = JSON.stringify(join(__dirname, '..', '..')).slice(1, -1);
  return json.replaceAll(`${root}/`, '').replaceAll(/"(identity|name)":"\d+@[^"]*"/g, '"$1":"worker"');
}

export const fileName = (phase: string): string => phase.replaceAll(/\W+/g, '-');
