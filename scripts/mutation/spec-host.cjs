/**
 * Runs Jest specs of the pure core within this process, again and again. Each run loads anew, already compiled, every
 * module that is mutated or reaches one that is, so that no cache and no registry carries anything from one spec or
 * mutant to the next; the others are loaded once.
 */
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const vm = require('node:vm');
const { transformSync } = require('@swc/core');
const { expect } = require('expect');
const circus = require('jest-circus');
const { ModuleMocker } = require('jest-mock');
const {
  projects: [{ transform }],
} = require('../../jest.config.cjs');

const [[, options]] = Object.values(transform);
const plain = { ...options, sourceMaps: false, swcrc: false };

/** What Stryker writes wherever it has put a mutant. */
const MUTATED = 'stryMutAct';

/** Lists to which a spec may bring something of its own, which is there for no other. */
const BROUGHT_TO = ['knownPacks', 'knownTables'];

class SpecHost {
  compiled = new Map();
  /** Modules of this run, and those that no mutant can change. */
  loaded = new Map();
  lasting = new Map();
  lists = [];

  /** @param whileLoading called with what runs the code of a module itself, in the middle of a test where one asks for it */
  constructor(whileLoading = (run) => run()) {
    this.whileLoading = whileLoading;
    const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
    const jest = new ModuleMocker(globalThis);
    Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect, jest });
    circus.addEventHandler((event) => this.listener?.(event));
    require('../../test/support/fewer-runs.cjs');
  }

  /**
   * @param spec path of a spec
   * @param on `wanted(name)` says whether a test is to run; `starts(name)` and `ends(name, ms, errors)` tell of it
   */
  async run(spec, { wanted, starts, ends }) {
    circus.resetState();
    circus.setState({ ...circus.getState(), testTimeout: 60_000 });
    this.listener = (event) => {
      if (event.name === 'test_start') {
        if (wanted(nameOf(event.test))) starts?.(nameOf(event.test));
        else event.test.mode = 'skip';
      } else if (event.name === 'test_done' && event.test.mode !== 'skip') {
        ends(nameOf(event.test), event.test.duration ?? 0, event.test.errors.map(textOf));
      }
    };
    this.loaded.clear();
    this.module(resolve(spec));
    await circus.run();
    if (this.lists.some(({ list, length }) => list().length !== length)) this.startAnew();
  }

  startAnew() {
    this.lasting.clear();
    this.lists = [];
  }

  module(file) {
    const known = this.lasting.get(file) ?? this.loaded.get(file);
    if (known) return known;
    const { code, mutated } = this.code(file);
    // Until all is loaded that it asks for, nobody knows whether a mutant is behind it.
    const module = { exports: {}, lasts: false };
    this.loaded.set(file, module);
    let lasts = !mutated && !file.endsWith('.spec.ts');
    const requireFrom = (request) => {
      if (!request.startsWith('.') || request.endsWith('.json') || request.endsWith('.cjs'))
        return createRequire(file)(request);
      const required = this.module(join(dirname(file), request).replace(/\.js$/, '.ts'));
      lasts &&= required.lasts;
      return required.exports;
    };
    this.whileLoading(() => code.call(module.exports, module.exports, requireFrom, module, file, dirname(file)));
    module.lasts = lasts;
    if (lasts) this.keep(file, module);
    return module;
  }

  keep(file, module) {
    this.lasting.set(file, module);
    for (const name of BROUGHT_TO) {
      const list = module.exports[name];
      if (list) this.lists.push({ list, length: list().length });
    }
  }

  code(file) {
    let compiled = this.compiled.get(file);
    if (!compiled) {
      const text = readFileSync(file, 'utf8');
      const source = transformSync(text, { ...plain, filename: file }).code;
      const names = ['exports', 'require', 'module', '__filename', '__dirname'];
      compiled = { code: vm.compileFunction(source, names, { filename: file }), mutated: text.includes(MUTATED) };
      this.compiled.set(file, compiled);
    }
    return compiled;
  }
}

function nameOf(test) {
  const names = [];
  for (let each = test; each.parent; each = each.parent) names.unshift(each.name);
  return names.join(' ');
}

const textOf = (error) => String(error?.[0]?.message ?? error?.message ?? error);

module.exports = { SpecHost };
