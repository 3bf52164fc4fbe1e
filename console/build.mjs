// Called by Maven: `node build.mjs build` and `node build.mjs test`. Each step runs only when its inputs changed since it last succeeded,
// so that a warm `mvn package` does not pay for the console.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'ahead.ts', 'packed.ts', 'weight.ts', 'build.mjs', 'contracts.mjs', '.oxlintrc.json'];

const filesIn = folder => readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name)).sort();

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(file.slice(home.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function onceFor(files, stamp, output, step) {
  const wanted = fingerprint(files);
  const mark = join(home, stamp);
  if (existsSync(join(home, output)) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    console.log(`console: ${stamp} is up to date`);
    return;
  }
  rmSync(mark, { force: true });
  step();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, wanted);
}

const npm = (...args) => execFileSync('npm', args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
const own = (...names) => names.map(name => join(home, name));

onceFor(own('package.json', 'package-lock.json'), 'node_modules/.installed', 'node_modules', () =>
  npm('ci', '--no-audit', '--no-fund', '--prefer-offline'));

// Types of what services take and answer are made of their contracts, so a changed contract is checked against the pages.
const contracts = readdirSync(join(home, '..')).map(module => join(home, '..', module, 'contracts', 'openapi.yaml')).filter(existsSync).sort();
const events = readdirSync(join(home, '..')).filter(module => module.endsWith('-service')).map(module => join('..', module, 'contracts', 'events'))
  .flatMap(filesIn).filter(file => file.endsWith('.schema.json'));
const sources = [...own('index.html', ...settings), ...filesIn('src'), ...filesIn('public')];
if (process.argv[2] === 'test') {
  // Every event has its sentence, every code its words, and every page the roles that its service lets in.
  onceFor([...sources, ...contracts, ...events, ...filesIn('test')], 'target/tests.passed', 'node_modules', () => npm('test'));
} else {
  // The linter and the type check cover the tests too, so they count as input.
  onceFor([...sources, ...contracts, ...filesIn('test'), ...filesIn('dev')], 'target/bundle.built', 'target/classes/META-INF/resources/index.html', () => npm('run', 'build'));
}
