import { shanghaiDay } from '../libs/calendar/index.js';
import type { AdvanceAnswer, AdvanceRequest, Refusal } from '../libs/contracts/index.js';
import { type Actor, Conflict, type LicenseCommandData, pinsOfNew } from '../libs/domain/index.js';
import { commandIdFor, licenseIdFor } from '../libs/ledger/index.js';
import type {
  AdoptionRepository,
  Cipher,
  CommandRepository,
  CommandToStore,
  CompanyRepository,
  LicenseRepository,
  PersonRepository,
} from '../libs/persistence/index.js';
import { refusalOf } from './advance/refusal.js';
import { faultsOf, repeatedIn } from './import-permits/checks.js';

type Registration = LicenseCommandData['register-permit'];

/** A permit that its company holds already, as it comes in with many others. */
export interface HeldPermit
  extends Pick<Registration, 'companyId' | 'people' | 'permit' | 'grantedOn' | 'opened' | 'reportsFiled' | 'unknown'> {
  /** Names it among all that this principal ever imports: the same key again is the same license. */
  key: string;
}

export interface ImportDeps {
  advance(request: AdvanceRequest): Promise<AdvanceAnswer>;
  commands: Pick<CommandRepository, 'find' | 'store' | 'forget'>;
  companies: Pick<CompanyRepository, 'factsOf'>;
  people: Pick<PersonRepository, 'mustKnow'>;
  licenses: Pick<LicenseRepository, 'withPermitNumber'>;
  adoptions: Pick<AdoptionRepository, 'adopted'>;
  cipher: Pick<Cipher, 'fingerprint'>;
  /** UTC instant of the wall clock. */
  now(): string;
}

export interface ImportOptions {
  /** Who imports, as commands name it: `person:<id>`. */
  principal: string;
  /** Among whose keys a key is one; left out: the principal's own. */
  keysOf?: string;
  actor: Actor;
  /** True: people are told what is due at once, as if each permit had been registered by itself. */
  notify: boolean;
  /** Stores the command unless another company holds the number; left out: whoever holds it. */
  storeUnlessHeld?: (command: CommandToStore, companyId: string, number: string) => Promise<boolean>;
  /** Told after each permit. */
  onImported?: (imported: Imported, number: number, of: number) => void;
  signal?: AbortSignal;
}

/**
 * `on-record`: an earlier import, or an earlier try of this one, has brought it, or the permit is held by a license that
 * came otherwise, or was until it ended. `refused`: nothing of it is left.
 */
export type Imported =
  | { key: string; licenseId: string; outcome: 'imported' | 'on-record' }
  | { key: string; licenseId: string; outcome: 'refused'; refusal: Refusal };

const atOnce = 8;

/**
 * Puts permits already held on record, each in one transaction by `advance` itself, while no workflow knows of them.
 * What was due up to now is recorded and, unless asked for, nobody is told. A permit that is refused, or is no permit at
 * all, keeps no other from coming in; one that comes twice comes in once. Safe to repeat, after an interruption too: what is on record stays as it is. Starting the workflows
 * is the caller's (`startMissing`); until then, and after any failure, `heal` does it.
 *
 * @throws what the database throws, and an abort, when the permits in hand are through; what is on record stays
 */
export async function importPermits(
  permits: readonly HeldPermit[],
  deps: ImportDeps,
  options: ImportOptions,
): Promise<Imported[]> {
  const answers: Imported[] = new Array(permits.length);
  const queue = permits.entries();
  const repeated = repeatedIn(permits);
  let done = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [index, permit] of queue) {
      if (failed) return;
      options.signal?.throwIfAborted();
      const imported = await importOne(permit, repeated.get(index) ?? faultsOf(permit), deps, options);
      answers[index] = imported;
      done += 1;
      options.onImported?.(imported, done, permits.length);
    }
  };
  const watched = () =>
    worker().catch((error: unknown) => {
      failed = true;
      throw error;
    });
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, permits.length) }, watched));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
  return answers;
}

async function importOne(
  permit: HeldPermit,
  wrong: Refusal | null,
  deps: ImportDeps,
  options: ImportOptions,
): Promise<Imported> {
  const key = String(permit?.key);
  const licenseId = licenseIdFor(options.keysOf ?? options.principal, key);
  if (wrong) return { key, licenseId, outcome: 'refused', refusal: wrong };
  const commandId = commandIdFor(options.principal, licenseId, key);
  try {
    const now = deps.now();
    const held = await store(permit, { licenseId, commandId, now }, deps, options);
    if (held !== null) return { key, licenseId: held, outcome: 'on-record' };
    const answer = await deps.advance({ kind: 'command', licenseId, commandId, expectedSeq: null, now });
    if (answer.refusal === null)
      return { key, licenseId, outcome: answer.outcome === 'appended' ? 'imported' : 'on-record' };
    await deps.commands.forget(commandId);
    return { key, licenseId, outcome: 'refused', refusal: answer.refusal };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { key, licenseId, outcome: 'refused', refusal };
  }
}

/** As the API stores a registration. @returns the license, where the permit is on record already */
async function store(
  { key: _, ...held }: HeldPermit,
  { licenseId, commandId, now }: { licenseId: string; commandId: string; now: string },
  { commands, companies, people, licenses, adoptions, cipher }: ImportDeps,
  { principal, actor, notify, storeUnlessHeld }: ImportOptions,
): Promise<string | null> {
  const fingerprint = cipher.fingerprint({ act: 'register-permit', ...held });
  const known = await commands.find(commandId);
  if (known?.fingerprint === fingerprint) {
    if (known.reply) return licenseId;
    // An earlier try was interrupted: whether people are told is for this one to say.
    if ((known.body.data as Registration).notify !== notify) await commands.forget(commandId);
  }
  if (!known) {
    const [other] = await licenses.withPermitNumber(held.companyId, held.permit.number, { ended: true });
    if (other !== undefined) return other;
  }
  const facts = await companies.factsOf(held.companyId);
  await people.mustKnow(held.people);
  const data: Registration = { ...held, ...facts, pins: pinsOfNew(await adoptions.adopted()), notify };
  const command: CommandToStore = {
    id: commandId,
    subjectId: licenseId,
    principal,
    actor,
    fingerprint,
    body: { type: 'register-permit', validOn: shanghaiDay(now), data },
  };
  if (!storeUnlessHeld) await commands.store(command);
  else if (!(await storeUnlessHeld(command, held.companyId, held.permit.number))) throw new PermitOfAnother();
  return null;
}

class PermitOfAnother extends Conflict {
  constructor() {
    super('permit-of-another-company', 'another company has this number', {
      pointer: '/permit/number',
      remedy: 'Compare the number of the permit and the code of the company.',
    });
  }
}
