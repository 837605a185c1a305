/**
 * Jest's global set-up is loaded by Node's own resolver, which does not know Jest's:
 * an import that ends in `.js` is looked for as `.ts` here too.
 */
const Module = require('node:module');
const resolve = Module._resolveFilename;

Module._resolveFilename = function resolveTypeScript(request, ...rest) {
  try {
    return resolve.call(this, request, ...rest);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolve.call(this, request.replace(/\.js$/, '.ts'), ...rest);
  }
};
