const { existsSync } = require('node:fs');
const { join, sep } = require('node:path');

const packages = `${sep}node_modules${sep}`;

/**
 * The project's modules name each other as they will be built, `./x.js`: what stands there is `./x.ts`. A resolver asks
 * once for each; by a `moduleNameMapper`, Jest looks for each of them twice.
 */
module.exports = (request, options) => {
  const { basedir, defaultResolver } = options;
  if (/^\.{1,2}\/.*\.js$/.test(request) && !basedir.includes(packages)) {
    const source = join(basedir, `${request.slice(0, -3)}.ts`);
    if (existsSync(source)) return source;
  }
  return defaultResolver(request, options);
};
