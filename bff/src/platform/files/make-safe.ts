/**
 * Pictures are taken apart and made anew in a process of its own: with no secrets, little memory and little time. It is
 * given bytes and answers with frames; what it says is checked like anybody else's word.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, setPriority, tmpdir } from 'node:os'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import { framesOf, SafeRefusal } from './frames'

export interface SafePage {
  width: number
  height: number
  bytes: number
  /** A JPEG; to be read before the next page is asked for. */
  content: Readable
}

/** A photo is a picture that comes in two sizes: for a page, and for a card. */
export type SafeKind = 'picture' | 'pdf' | 'photo'

/**
 * Hands the pages of one picture or PDF to `each`, one after the other.
 * @returns how many there were @throws SafeRefusal, or what `each` throws
 */
export type MakeSafe = (
  content: Readable,
  kind: SafeKind,
  each: (page: SafePage, n: number) => Promise<void>,
) => Promise<number>

const mostMs = 40_000
const cpuSeconds = 30
const dataKilobytes = 900_000
const atATime = 2
const mostPages = 20
const longestSide = 2_048
const mostBytes = 8_000_000

/** @param program where it does not stand beside us */
export function createMakeSafe(program?: string): MakeSafe {
  const lane = pLimit(atATime)
  return (content, kind, each) => lane(() => inChild(start(program, kind), content, each))
}

async function inChild(child: Child, content: Readable, each: Parameters<MakeSafe>[2]): Promise<number> {
  const late = setTimeout(() => child.kill('SIGKILL'), mostMs)
  const ended = new Promise<void>((resolve) => {
    for (const end of ['exit', 'error']) child.once(end, () => resolve())
  })
  // It may end before it has read all: what it says tells why.
  const fed = pipeline(content, child.stdin).catch(() => {})
  try {
    return await pagesOf(child.stdout, each)
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
    // What it still says is heard by nobody.
    child.stdout.destroy()
    content.destroy()
    await Promise.all([ended, fed])
  }
}

async function pagesOf(out: Readable, each: Parameters<MakeSafe>[2]): Promise<number> {
  let n = 0
  for await (const frame of framesOf(out)) {
    if ('refused' in frame.says) throw new SafeRefusal(frame.says.refused)
    if ('done' in frame.says) {
      if (n === 0) throw new SafeRefusal('unreadable')
      return n
    }
    const { width, height, bytes } = frame.says
    const isWrong = bytes > mostBytes || Math.max(width, height) > longestSide || ++n > mostPages
    if (isWrong) throw new SafeRefusal('complex')
    await each({ width, height, bytes, content: Readable.from(frame.content, { objectMode: false }) }, n)
  }
  // It was stopped, or ran into one of its limits.
  throw new SafeRefusal('complex')
}

type Child = ChildProcessByStdio<Writable, Readable, null>

/** Beside the bundles; where the sources run, they run there too. */
function argumentsOf(given: string | undefined): string[] {
  const bundled = given ?? fileURLToPath(new URL('./make-safe.js', import.meta.url))
  if (existsSync(bundled)) return [bundled]
  const source = fileURLToPath(new URL('../../make-safe.ts', import.meta.url))
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return ['--import', tsx, source]
}

function start(program: string | undefined, kind: SafeKind): Child {
  const node = [process.execPath, '--max-old-space-size=384', ...argumentsOf(program), kind]
  const isPosix = process.platform !== 'win32'
  const limits = `ulimit -d ${dataKilobytes} 2>/dev/null; ulimit -t ${cpuSeconds}; exec "$@"`
  const [command = '', ...args] = isPosix ? ['/bin/sh', '-c', limits, 'sh', ...node] : node
  const child = spawn(command, args, {
    cwd: tmpdir(),
    // None of ours: it holds the keys of everything.
    env: { NODE_ENV: 'production', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  // One that could not be started says nothing, which is told like any other silence.
  child.on('error', () => {})
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system has no such thing.
  }
  return child
}
