/**
 * Usage: node scripts/check/mail-templates.mjs [--write]
 * Compiles the MJML of the mails and compares it with the templates that are checked in, or writes them. They are
 * checked in so that neither the build nor the product needs the compiler.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse, relative } from 'node:path';
import mjml2html from 'mjml';
import { root } from '../setup/paths.mjs';
import { reportProblem, SetupProblem } from '../setup/problem.mjs';

const sources = join(root, 'libs', 'notices', 'mjml');
const templates = join(root, 'libs', 'notices', 'templates');

async function main() {
  const files = readdirSync(sources).filter((name) => name.endsWith('.mjml'));
  const compiled = await Promise.all(files.map(async (name) => [templateFile(name), await templateOf(name)]));
  const stale = compiled.filter(([file, text]) => contentOf(file) !== text);
  if (process.argv.includes('--write')) {
    for (const [file, text] of stale) writeFileSync(file, text);
    console.log(`mail templates: ${stale.length} of ${compiled.length} written`);
    return;
  }
  for (const [file] of stale) console.error(`${relative(root, file)} differs from what its MJML gives`);
  console.log(`mail templates: ${compiled.length} compared, ${stale.length} stale`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}

const templateFile = (name) => join(templates, `${parse(name).name}.ts`);

async function templateOf(name) {
  const { html, errors } = await mjml2html(readFileSync(join(sources, name), 'utf8'), {
    filePath: join(sources, name),
    ignoreIncludes: false,
    validationLevel: 'strict',
    keepComments: false,
    // No web font: nothing is loaded from elsewhere.
    fonts: {},
  });
  if (errors.length > 0) throw new SetupProblem(`${name} is not valid MJML.`, 'Correct it.', JSON.stringify(errors));
  const lines = html.split('\n').map((line) => line.trim());
  const text = lines.filter((line) => line !== '').join('\n');
  if (/[`\\]|\$\{/.test(text)) throw new SetupProblem(`${name} holds \`, \\ or \${.`, 'Write it without.');
  return `/** Made from mjml/${name} by scripts/check/mail-templates.mjs: change that. */\nexport const ${parse(name).name} = \`${text}\n\`;\n`;
}

/** Null where there is no such file yet. */
function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

main().catch((error) => {
  process.exitCode = reportProblem(error);
});
