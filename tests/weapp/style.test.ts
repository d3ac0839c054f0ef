/** WeChat compiles every style file itself and refuses the whole app over one selector that it does not know. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))

// The package's own `wxssToJs` swallows what the compiler says; this part of it answers with an Error.
const wcsc = createRequire(import.meta.url)('miniprogram-compiler/src/wcsc') as (
  folder: string,
  names: string[],
  options: { maxBuffer: number },
) => unknown

test("WeChat's own compiler accepts every style file", () => {
  const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.wxss'),
  )
  expect(styles).toContain('app.wxss')
  const names = styles.map((name) => name.replace(/\.wxss$/, ''))
  const compiled = wcsc(folder, names, { maxBuffer: 64 << 20 })
  expect(compiled instanceof Error ? compiled.message : 'accepted').toBe('accepted')
})
