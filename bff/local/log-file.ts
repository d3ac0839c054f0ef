/** The logs of what `npm start` runs: only their owner reads them, and none grows without end. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
} from 'node:fs'

const mostBytes = 10 * 1024 * 1024
const kept = 3
const lookMs = 60_000

/**
 * Opens a log to be added to, by a child process too, and keeps it small: beyond ten megabytes what is in it becomes
 * `<path>.1`, and so on up to three. The file itself stays, because the child goes on writing to it.
 */
export function openLog(path: string, most = mostBytes): number {
  const file = openSync(path, 'a', 0o600)
  chmodSync(path, 0o600)
  rotate(path, most)
  const look = setInterval(() => {
    // A folder that was thrown away takes its logs with it: there is nothing left to keep small.
    if (existsSync(path)) rotate(path, most)
    else clearInterval(look)
  }, lookMs).unref()
  return file
}

/** What is written between the copy and the cut is lost; it is a moment. */
export function rotate(path: string, most = mostBytes): void {
  const file = openSync(path, 'r+')
  try {
    if (fstatSync(file).size <= most) return
    for (let n = kept - 1; n > 0; n--) moveOn(`${path}.${n}`, `${path}.${n + 1}`)
    copyFileSync(path, `${path}.1`)
    chmodSync(`${path}.1`, 0o600)
    ftruncateSync(file)
  } finally {
    closeSync(file)
  }
}

function moveOn(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // There are not that many yet.
  }
}
