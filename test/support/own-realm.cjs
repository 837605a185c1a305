const { constants, createContext } = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { installCommonGlobals } = require('jest-util');

/** What Node puts beside the globals of the language; Jest brings a `process` of its own. */
const ofNode = Object.getOwnPropertyNames(globalThis).filter((name) => name !== 'process');

/**
 * As Jest's own environment for Node: a realm for each file. But its global object is an ordinary one. Jest's stands
 * behind a proxy, by which every `Math`, `Buffer` or `Map` in a test and in the code it tests is looked up some ten
 * times slower.
 */
module.exports = class OwnRealm {
  constructor({ projectConfig }) {
    this.global = createContext(constants.DONT_CONTEXTIFY);
    this.context = this.global;
    for (const name of ofNode) if (!(name in this.global)) lend(this.global, name);
    // Core modules hand out and ask for those of Node's realm.
    Object.assign(this.global, { global: this.global, Buffer, ArrayBuffer, Uint8Array });
    installCommonGlobals(this.global, projectConfig.globals);
    this.global.Error.stackTraceLimit = 100;
    this.moduleMocker = new ModuleMocker(this.global);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: this.global });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.context = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
};

/** Those that Node makes at their first use, such as `fetch`, are made then here too. */
function lend(global, name) {
  const { value, enumerable } = Object.getOwnPropertyDescriptor(globalThis, name);
  const settle = (settled) =>
    Object.defineProperty(global, name, { value: settled, enumerable, configurable: true, writable: true });
  if (value !== undefined) settle(value);
  else
    Object.defineProperty(global, name, { get: () => globalThis[name], set: settle, enumerable, configurable: true });
}
