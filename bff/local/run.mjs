import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** npm and npx are scripts on Windows, and only a shell starts those. */
const shell = process.platform === 'win32'

/**
 * Runs a command to its end and keeps quiet; when it fails, the error carries the last lines it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, signal?: AbortSignal, keep?: number }} [options] `keep`: how many last lines
 * @returns {Promise<void>}
 */
export function run(command, args, { cwd, env, onLine, signal, keep = 60 } = {}) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    const lines = []
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      shell,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const read = (/** @type {Buffer} */ chunk) => {
      const fresh = stripVTControlCharacters(String(chunk))
        .split('\n')
        .filter((line) => line.trim())
      lines.push(...fresh)
      lines.splice(0, lines.length - keep)
      for (const line of fresh) onLine?.(line)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('close', (code, killer) => {
      if (code === 0) return resolve()
      reject(new Error(`${command} ${args.join(' ')} ended with ${killer ?? code}:\n${lines.join('\n')}`))
    })
  })
}
