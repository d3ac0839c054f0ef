/** `npm test`: everything, against real servers, and the runner's own counts at the end. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp, bundleServer, generateClient, platforms } from './build'
import { installFromDebian } from './debian'
import { root } from './paths'

interface Report {
  numPassedTests: number
  numTotalTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

function runVitest(filters: string[], report: string): Promise<number> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
  const child = spawn(process.execPath, [...args, `--outputFile.json=${report}`, ...filters], {
    cwd: join(root, 'tests'),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A skipped test is a failed test, and so is a file that did not even load. */
async function count(path: string): Promise<{ passed: number; failed: number }> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return { passed: 0, failed: 1 }
  const report = JSON.parse(text) as Report
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const passed = report.numPassedTests
  return { passed, failed: report.numTotalTests - passed + unloaded.length }
}

/** What the tests run on, two at a time. A build that fails is a failure of its own; the other tests still run. */
async function build(): Promise<number> {
  const waiting = [() => generateClient().then(bundleServer), ...platforms.map((one) => () => buildApp(one))]
  let failed = 0
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await next().catch((error: unknown) => {
        failed += 1
        console.error(error instanceof Error ? error.message : String(error))
      })
  }
  await Promise.all([lane(), lane()])
  return failed
}

/** @param filters parts of file names; none means everything */
export async function test(filters: string[]): Promise<void> {
  await installFromDebian('redis-server', 'redis-server')
  const broken = await build()
  const folder = await mkdtemp(join(tmpdir(), 'linli-report-'))
  const report = join(folder, 'report.json')
  const code = await runVitest(filters, report)
  const { passed, failed } = await count(report)
  await rm(folder, { recursive: true, force: true })
  // The runner may fail without a failed test, e.g. by an error nobody caught.
  const all = broken + (failed === 0 && code !== 0 ? 1 : failed)
  console.log(`${passed} passed, ${all} failed`)
  process.exitCode = all === 0 && passed > 0 ? 0 : 1
}
