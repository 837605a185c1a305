/**
 * A Stryker test runner for the specs of the pure core. Stryker's own Jest runner starts Jest anew for each of thousands
 * of mutants and loads every spec; here the specs whose tests reach the mutant run in one process, the most telling
 * first, until one of them notices.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';

/** In the sandbox that all runners share: only one of them does the dry run. */
const KNOWN_TESTS = 'tests-by-spec.json';
const MS_TO_LOAD_A_SPEC = 20;
/** What so much time of the most telling tests does not notice counts as missed: the share is a lower bound. */
const MS_PER_MUTANT = 2_500;

/**
 * What is run twenty times as often as in all tests together goes on and on; Stryker waits for a hundred times. Fewer
 * would take a search that no longer ends at what it finds for a loop without end.
 */
const SHARE_OF_HIT_LIMIT = 0.2;

/** Whatever stands on the core and needs nothing but Node. */
const SPECS_OF = ['libs/calendar', 'libs/rulebook', 'libs/domain', 'libs/proof-check', 'libs/law', 'apps/cli'];

/** Two read sources, which are full of mutants here; the third lives every life several times over. */
const NOT_HERE = /(purity|host-zones|remembering)\.spec\.ts$/;

class CoreSpecsRunner {
  constructor() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
    /** Shared with the mutated code. */
    this.instrumented = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];
  }

  init() {
    const { SpecHost } = createRequire(join(process.cwd(), 'stryker.config.mjs'))('./scripts/mutation/spec-host.cjs');
    this.host = new SpecHost((run) => this.asNobodysTest(run));
  }

  /** A constant belongs to no test, least of all to the one that happens to load its module. */
  asNobodysTest(run) {
    const { currentTestId } = this.instrumented;
    this.instrumented.currentTestId = undefined;
    try {
      run();
    } finally {
      this.instrumented.currentTestId = currentTestId;
    }
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const tests = [];
    const specs = {};
    for (const spec of allSpecs()) {
      specs[spec] = {};
      await this.host.run(spec, {
        wanted: () => true,
        starts: (name) => {
          this.instrumented.currentTestId = idOf(spec, name);
        },
        ends: (name, timeSpentMs, errors) => {
          this.instrumented.currentTestId = undefined;
          specs[spec][name] = timeSpentMs;
          const test = { id: idOf(spec, name), name, fileName: join(process.cwd(), spec), timeSpentMs };
          const failure = errors.length > 0 && { status: TestStatus.Failed, failureMessage: errors.join('\n') };
          tests.push({ ...test, ...(failure || { status: TestStatus.Success }) });
        },
      });
    }
    writeFileSync(KNOWN_TESTS, JSON.stringify(specs));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.instrumented.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit: allowed }) {
    const hitLimit = allowed && Math.ceil(allowed * SHARE_OF_HIT_LIMIT);
    this.specs ??= JSON.parse(readFileSync(KNOWN_TESTS, 'utf8'));
    Object.assign(this.instrumented, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    let nrOfTests = 0;
    let noticed = null;
    try {
      for (const { spec, names } of specsThatReach(this.specs, testFilter, nameOf(activeMutant))) {
        const run = this.host.run(spec, {
          wanted: (name) => noticed === null && names.has(name),
          ends: (name, _ms, errors) => {
            nrOfTests += 1;
            if (errors.length > 0) noticed ??= { killedBy: [idOf(spec, name)], failureMessage: errors.join('\n') };
          },
        });
        await run.catch((error) => {
          // What a spec does while it is loaded tests as well.
          noticed ??= { killedBy: [idOf(spec, [...names][0])], failureMessage: String(error?.stack ?? error) };
        });
        if (this.instrumented.hitCount > hitLimit) return { status: MutantRunStatus.Timeout, reason: 'goes on and on' };
        if (noticed) return { status: MutantRunStatus.Killed, nrOfTests, ...noticed };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } finally {
      Object.assign(this.instrumented, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    }
  }
}

function allSpecs() {
  return SPECS_OF.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
    .filter((file) => file.endsWith('.spec.ts') && !NOT_HERE.test(file))
    .sort();
}

/** `libs/domain/ladder` of a mutant in libs/domain/ladder.ts: its specs begin so. */
function nameOf({ fileName }) {
  return fileName.replaceAll('\\', '/').replace(/^.*\/(libs\/.*)\.ts$/, '$1');
}

/**
 * First the specs of the mutated file itself, then those of its part, and of all the rest those of which the largest
 * share reaches it in the least time.
 */
function specsThatReach(specs, testFilter, file) {
  const reaching = testFilter && new Set(testFilter);
  const part = file.split('/').slice(0, 3).join('/');
  let spent = 0;
  return Object.entries(specs)
    .map(([spec, times]) => {
      const all = Object.keys(times);
      const names = new Set(all.filter((name) => !reaching || reaching.has(idOf(spec, name))));
      const ms = [...names].reduce((sum, name) => sum + times[name], MS_TO_LOAD_A_SPEC);
      // A spec of the same name stands beside the file, or in the folder above.
      const nearness = basename(spec).startsWith(`${basename(file)}.`)
        ? 2
        : Number(spec.startsWith(`${part}.`) || spec.startsWith(`${part}/`));
      return { spec, names, ms, worth: nearness + names.size / all.length / ms };
    })
    .filter(({ names }) => names.size > 0)
    .sort((a, b) => b.worth - a.worth)
    .filter(({ ms }) => {
      spent += ms;
      return spent - ms < MS_PER_MUTANT;
    });
}

const idOf = (spec, name) => `${spec} ${name}`;

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'core-specs', CoreSpecsRunner)];
