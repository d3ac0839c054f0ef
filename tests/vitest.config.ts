import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes begins first, so that no worker is left alone with it at the end. */
const slow =
  /(access|follow-ups)\/table|bad-input\/schemas|resilience\/|line\/model|bookings\/transitions|keys\/checks/

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isSlow = ({ moduleId }: TestSpecification): boolean => slow.test(moduleId)
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))]
  }
}

interface Options {
  testTimeout?: number
  fileParallelism?: boolean
  isolate?: boolean
  /** Every statement of the service keeps the order of locks (`support/locks.ts`). */
  watched?: boolean
}

/** Projects run one after the other, the quick ones first; within one, files run beside each other. */
const project = (name: string, groupOrder: number, { watched = false, ...options }: Options = {}) => ({
  test: {
    name,
    include: [`${name}/**/*.test.ts`],
    pool: 'forks' as const,
    sequence: { groupOrder },
    hookTimeout: 120_000,
    // What comes by itself comes in its own time on a machine that is full.
    expect: { poll: { timeout: 15_000 } },
    setupFiles: ['./support/seeds.ts', './support/rows.ts', ...(watched ? ['./support/watched.ts'] : [])],
    ...options,
  },
})

export default defineConfig({
  root: import.meta.dirname,
  test: {
    globalSetup: './support/global-setup.ts',
    sequence: { sequencer: SlowFirst },
    // Mostly they wait for PostgreSQL: on two cores two files side by side take little more than half the time.
    maxWorkers: Math.min(15, Math.max(2, availableParallelism())),
    projects: [
      // Files share what they import: each has a database and an app of its own, and nothing else is kept in a module.
      project('unit', 0, { testTimeout: 30_000, isolate: false }),
      project('integration', 1, { testTimeout: 60_000, isolate: false, watched: true }),
      project('e2e', 2, { testTimeout: 120_000, fileParallelism: false }),
      project('weapp', 3, { testTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
