import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openLog, rotate } from '../../../bff/local/log-file'

const folder = mkdtempSync(join(tmpdir(), 'linli-logs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a log is its owner’s alone, also one that was there before', () => {
  const path = join(folder, 'old.log')
  writeFileSync(path, 'before\n')
  chmodSync(path, 0o644)
  openLog(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8')).toBe('before\n')
})

test('it is cut when it has grown, three old ones are kept, and a child goes on writing into it', () => {
  const path = join(folder, 'new.log')
  const out = openLog(path, 100)
  for (let n = 0; n < 6; n++) {
    appendFileSync(path, `${n}`.repeat(200))
    rotate(path, 100)
    spawnSync(process.execPath, ['-e', "console.log('more')"], { stdio: ['ignore', out, out] })
  }
  expect(readFileSync(path, 'utf8')).toBe('more\n')
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('new.log'))
      .sort(),
  ).toEqual(['new.log', 'new.log.1', 'new.log.2', 'new.log.3'])
  expect(readFileSync(`${path}.1`, 'utf8')).toContain('5'.repeat(200))
  for (const n of [1, 2, 3]) expect(statSync(`${path}.${n}`).mode & 0o777).toBe(0o600)
})
