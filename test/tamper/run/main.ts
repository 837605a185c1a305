import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';
import { canonicalize } from '../../../libs/ledger/index.js';
import { checkpointCases } from '../cases/checkpoints.js';
import { entryCases } from '../cases/entries.js';
import type { Brought, TamperCase } from '../cases/forge.js';
import { partCases } from '../cases/parts.js';
import { refusedCases } from '../cases/refused.js';
import { soundCases } from '../cases/sound.js';
import { strangerCases } from '../cases/strangers.js';
import {
  aBundle,
  anExplanation,
  type Bundle,
  type Files,
  sealings,
  sealingsContinued,
  withManifest,
  zipped,
} from '../sample/bundle.js';
import { entriesOf } from '../sample/entries.js';
import { fingerprintOf, worldOf } from '../sample/world.js';
import { differencesOfProduct, differencesOfSecond, isForSecond, partPlaces } from './expected.js';
import { chanceOf, flipsOf, mayStay } from './flips.js';
import { parseOptions, type TamperOptions, usage } from './options.js';
import { Tally } from './tally.js';
import { byProduct, bySecond, type Handed, type Said } from './verifiers.js';

const tools = join(import.meta.dirname, '..', '..', '..', '..', 'tools', 'verify-bundle');

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return write(usage);
  const folder = resolve(loadLocalSettings().dataFolder ?? '.paizhao', 'tamper');
  mkdirSync(folder, { recursive: true });
  try {
    const suite = new Suite(folder, secondVerifier(options.go, folder), anExplanation());
    write(`seed ${options.seed}`);
    await suite.ofTable([...entryCases, ...checkpointCases, ...partCases, ...strangerCases]);
    await suite.ofSound();
    await suite.ofRefused();
    await suite.ofFlips(options);
    for (const line of suite.tally.faults) write(line);
    write(suite.tally.summary(options.seed));
    return suite.tally.isClean() ? 0 : 1;
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** Built and tested: its test reads docs/ledger-vectors. */
function secondVerifier(go: string, folder: string): string {
  const program = join(folder, process.platform === 'win32' ? 'verify-bundle.exe' : 'verify-bundle');
  for (const args of [
    ['vet', '.'],
    ['test', '.'],
    ['build', '-o', program, '.'],
  ])
    execFileSync(go, args, { cwd: tools, stdio: ['ignore', 'ignore', 'inherit'] });
  return program;
}

class Suite {
  readonly tally = new Tally();
  /** The checkpoints of the sample that nobody touched, and of its successor, as they were mailed; by their numbers. */
  private readonly points = new Map(
    [sealings, sealingsContinued()].flatMap((log) =>
      worldOf(entriesOf(), log).points.map(({ number, note }) => [number, note] as const),
    ),
  );

  constructor(
    private readonly folder: string,
    private readonly program: string,
    private readonly explanation: object,
  ) {}

  async ofTable(cases: readonly TamperCase[]): Promise<void> {
    const whole = await aBundle(this.explanation);
    for (const each of cases) {
      const files = new Map(whole.files);
      const bundle: Bundle = { world: whole.world, files };
      await each.forge(bundle);
      if (!each.ofManifest) {
        await this.tampered(each, `${each.what} (manifest anew)`, withManifest(files), each.found);
        const parts = partPlaces(whole.files, files);
        const found = [...new Set([...parts, ...each.found.filter((place) => !parts.includes(place.slice(1)))])];
        await this.tampered(each, `${each.what} (manifest as it was)`, files, found);
      } else await this.tampered(each, each.what, files, each.found);
    }
  }

  private async tampered(
    { brought = {}, verdict }: TamperCase,
    what: string,
    files: Files,
    found: readonly string[],
  ): Promise<void> {
    const { product, second } = await this.both(await zipped(files), brought);
    const ofStream = found.some((place) => /^~?(entry|cut|form|missing-part|changed-part) streams\//.test(place));
    const differences = [
      ...differencesOfProduct(product.places, found, ofStream).map((line) => `paizhao: ${line}`),
      ...differencesOfSecond(second.places, found).map((line) => `Go: ${line}`),
      ...statusOf('paizhao', product, found.length > 0, brought, verdict),
      ...statusOf('Go', second, isForSecond(found), brought, verdict),
      ...(product.continues === second.continues ? [] : ['missed: they say otherwise what the log continues']),
    ];
    this.tally.count(found.length > 0 ? 'tampered' : 'sound', what, differences);
    if (found.length > 0 && !isForSecond(found)) this.tally.countOfOne();
  }

  async ofSound(): Promise<void> {
    for (const { what, bytes, brought, continues = null, verdict } of soundCases(this.explanation)) {
      const { product, second } = await this.both(await bytes(), brought);
      const complaints = [...product.places, ...second.places].map((place) => `false: ${place}`);
      const said = { paizhao: product, Go: second };
      const verdicts = Object.entries(said).flatMap(([name, each]) => statusOf(name, each, false, brought, verdict));
      const silent = Object.entries(said)
        .filter(([, said]) => said.continues !== canonicalize(continues))
        .map(([name, said]) => `${name}: missed: the log continues ${said.continues}`);
      this.tally.count('sound', `sound, ${what}`, [...complaints, ...verdicts, ...silent]);
    }
  }

  async ofRefused(): Promise<void> {
    const { files } = await aBundle(this.explanation);
    for (const { what, bytes } of refusedCases) {
      const { product, second } = await this.both(await bytes(files), {});
      const differences = Object.entries({ paizhao: product, Go: second })
        .filter(([, { status }]) => status !== 2)
        .map(([name, { status }]) => `${name}: missed: status ${status}`);
      this.tally.count('tampered', `refused, ${what}`, differences);
    }
  }

  async ofFlips({ flips, seed }: TamperOptions): Promise<void> {
    const { files } = await aBundle(this.explanation);
    const bytes = await zipped(files);
    const manifest = files.get('manifest.json') as Buffer;
    for (const flip of flipsOf(bytes, files, flips, chanceOf(seed))) {
      const { product, second } = await this.both(flip.bytes, { key: 'second' });
      // What a byte of the ZIP itself means is for its readers to say; none may take other parts for sound.
      const mayBeSound = (by: 'product' | 'second') => flip.part === null || mayStay(flip, bytes, by, manifest);
      const differences = [
        ...(product.status === 0 && !mayBeSound('product') ? ['paizhao: missed'] : []),
        ...(second.status === 0 && !mayBeSound('second') ? ['Go: missed'] : []),
        ...(flip.part && ![product, second].every((said) => names(said, flip.part as string))
          ? ['missed: the part is not named']
          : []),
      ];
      this.tally.count('flipped', `byte ${flip.at} (${flip.part ?? 'of the ZIP'})`, differences);
    }
  }

  private async both(bytes: Buffer, brought: Brought): Promise<{ product: Said; second: Said }> {
    const bundle = join(this.folder, 'bundle.zip');
    writeFileSync(bundle, bytes);
    const handed: Handed = { bundle, key: null, checkpoint: null };
    if (brought.key) handed.key = fingerprintOf(brought.key);
    if (brought.checkpoint) {
      handed.checkpoint = join(this.folder, 'checkpoint.txt');
      const note = this.points.get(brought.checkpoint) ?? '';
      writeFileSync(handed.checkpoint, brought.saved?.(note) ?? note);
    }
    const [product, second] = await Promise.all([byProduct(handed), bySecond(this.program, handed)]);
    return { product, second };
  }
}

/** What is broken, sound or anchored is called so. */
function statusOf(
  name: string,
  { status, verdict }: Said,
  broken: boolean,
  brought: Brought,
  sound = Object.keys(brought).length > 0 ? 'anchored' : 'consistent-not-anchored',
): string[] {
  const expected = broken ? 'broken' : sound;
  const isRight = verdict === expected && status === ({ broken: 1, 'checkpoint-newer': 3 }[expected] ?? 0);
  return isRight ? [] : [`${name}: ${broken ? 'missed' : 'false'}: ${verdict}, status ${status}`];
}

/** The changed part is among what was found; a manifest stands for the parts that it names. */
const names = ({ status, places }: Said, part: string): boolean =>
  status !== 1 || part === 'manifest.json' || places.some((place) => place.split(' ')[1] === part);

function write(line: string): 0 {
  process.stdout.write(`${line}\n`);
  return 0;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
    process.exitCode = 1;
  },
);
