/** `npm run check`: what a reader would object to, found by tools. Every check runs, also after one has failed. */
import { join } from 'node:path'
import { generateClient } from './build'
import { root } from './paths'
import { step } from './progress.mjs'
import { run } from './run.mjs'

const program = (path: string) => join(root, 'node_modules', path)

const typescript = (workspace: string) => ({
  title: `Types of ${workspace}`,
  args: [program('typescript/bin/tsc'), '--noEmit', '-p', workspace],
})

interface Check {
  title: string
  args: string[]
  /** What it prints is shown when it passes, too. */
  tells?: true
}

/** The longest first. */
const checks: Check[] = [
  { title: 'Rules', args: [program('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  { title: 'Formatting', args: [program('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  ...['bff/contracts', 'bff', 'prisma', 'tests', 'miniapp'].map(typescript),
  {
    title: 'One writer per table',
    args: ['--import', 'tsx', join(root, 'bff/local/table-writers.ts')],
    tells: true,
  },
  { title: 'References', args: ['--import', 'tsx', join('bff', 'local', 'check-references.ts')] },
  { title: 'No circles', args: ['--import', 'tsx', join(root, 'bff/local/circles.ts')] },
  { title: 'Dead code', args: [program('knip/bin/knip.js'), '--no-progress'] },
]

/** Two at a time; ends with a line of counts; the exit code is right. */
export async function check(): Promise<void> {
  await generateClient()
  let failed = 0
  const waiting = [...checks]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { title, args, tells } = next
      const told: string[] = []
      const onLine = (line: string): void => void (tells && told.push(`    ${line}`))
      try {
        await step(title, () => run(process.execPath, args, { cwd: root, keep: 400, onLine }))
        if (tells) console.log(told.join('\n'))
      } catch (error) {
        failed += 1
        console.error(`  ✗ ${title}\n${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  await Promise.all([lane(), lane()])
  console.log(`${checks.length - failed} checks passed, ${failed} checks failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
