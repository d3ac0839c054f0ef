import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './paths'
import { supervise, type Supervised } from './supervise'

/** Editors write a file in several steps; one restart is enough. */
const SETTLE_MS = 150

/** Without npm between, so that it ends when it is asked to. */
const taro = join(root, 'miniapp/node_modules/@tarojs/cli/bin/taro')
const watchApp = ['build', '--type', 'h5', '--no-check', '--watch']

/**
 * Restarts the given processes when a source of theirs changes, and runs the app's own watcher.
 * @returns ends the watching
 */
export async function watchSources(processes: Supervised[]): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      console.log('  Sources changed: restarting the server and the worker')
      for (const one of processes) one.restart()
    }, SETTLE_MS)
  }
  const watchers = ['bff/src', 'bff/contracts/src'].map((path) =>
    watch(join(root, path), { recursive: true }, changed),
  )
  // What the watcher writes is no finished build: the next `npm start` makes its own.
  await rm(join(root, 'miniapp/dist/.h5-stamp'), { force: true })
  const start = () =>
    spawn(process.execPath, ['--import', join(root, 'bff/local/leash.mjs'), taro, ...watchApp], {
      cwd: join(root, 'miniapp'),
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  const app = supervise({ name: 'The app watcher', start, patience: 3000 })
  return async () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
    await app.stop()
  }
}
