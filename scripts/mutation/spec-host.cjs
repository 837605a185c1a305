/**
 * Runs Jest specs of the pure core within this process, again and again. Each run loads every module of the project
 * anew, already compiled, so that no cache and no registry carries anything from one spec or mutant to the next.
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

class SpecHost {
  compiled = new Map();
  loaded = new Map();

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
    this.load(resolve(spec));
    await circus.run();
  }

  load(file) {
    const known = this.loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.loaded.set(file, module);
    const requireFrom = (request) =>
      request.startsWith('.') && !request.endsWith('.json') && !request.endsWith('.cjs')
        ? this.load(join(dirname(file), request).replace(/\.js$/, '.ts'))
        : createRequire(file)(request);
    const code = this.code(file);
    this.whileLoading(() => code.call(module.exports, module.exports, requireFrom, module, file, dirname(file)));
    return module.exports;
  }

  code(file) {
    let code = this.compiled.get(file);
    if (!code) {
      const source = transformSync(readFileSync(file, 'utf8'), { ...plain, filename: file }).code;
      const names = ['exports', 'require', 'module', '__filename', '__dirname'];
      code = vm.compileFunction(source, names, { filename: file });
      this.compiled.set(file, code);
    }
    return code;
  }
}

function nameOf(test) {
  const names = [];
  for (let each = test; each.parent; each = each.parent) names.unshift(each.name);
  return names.join(' ');
}

const textOf = (error) => String(error?.[0]?.message ?? error?.message ?? error);

module.exports = { SpecHost };
