import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { step } from './progress.mjs'
import { run } from './run.mjs'

/** True when a program can be started by its name. */
export function hasProgram(name: string): boolean {
  return !spawnSync(name, ['--version'], { stdio: 'ignore' }).error
}

/** Installs Debian's package of a missing program, where that is allowed; elsewhere it stays missing. */
export async function installFromDebian(program: string, ...packages: string[]): Promise<void> {
  if (hasProgram(program) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${packages.join(' and ')}`, async () => {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
  })
}
