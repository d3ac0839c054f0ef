/**
 * The one door to every root script. Runs on a bare clone: plain JavaScript, nothing installed. It checks Node,
 * installs what the lockfile names when that is missing or outdated, and hands over to `main.ts`.
 */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { step } from './progress.mjs'
import { run } from './run.mjs'

/** The last pnpm that runs on Node 20. */
const PNPM = 'pnpm@10.34.9'
const root = fileURLToPath(new URL('../..', import.meta.url))

function nodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

/** pnpm leaves a copy of the lockfile it has installed; the same bytes mean that nothing is missing. */
async function isInstalled() {
  const read = (/** @type {string} */ path) => readFile(join(root, path), 'utf8').catch(() => null)
  const [wanted, installed] = await Promise.all([
    read('pnpm-lock.yaml'),
    read('node_modules/.pnpm/lock.yaml'),
  ])
  return wanted !== null && wanted === installed
}

async function install() {
  await step('Installing packages', (say) =>
    // NODE_ENV=production in the caller's shell would leave out the build tools.
    run('npm', ['exec', '--yes', '--', PNPM, 'install', '--frozen-lockfile', '--prod=false'], {
      cwd: root,
      onLine: (line) => say(line.trim().slice(0, 90)),
    }),
  )
}

function handOver() {
  const main = join(root, 'bff/local/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // A terminal sends Ctrl-C to the whole group, another program only to this process: main.ts may hear it twice.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}

if (!nodeIsNewEnough()) {
  console.error(`Linli needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
try {
  if (!(await isInstalled())) await install()
  handOver()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
