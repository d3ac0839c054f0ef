/** What docs/design.md › Budgets says for what WeChat downloads: the main package, and each subpackage by itself. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../miniapp/dist/weapp', import.meta.url))
const mb = 1_000_000

interface AppJson {
  subPackages: { root: string }[]
}
const { subPackages } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => ({ name, file: statSync(join(folder, name)) }))
  .filter(({ file }) => file.isFile())
const bytesOf = (belongs: (name: string) => boolean): number =>
  files.filter(({ name }) => belongs(name)).reduce((sum, { file }) => sum + file.size, 0)

test('the main package is at most 1.6 MB', () => {
  const main = bytesOf((name) => !subPackages.some(({ root }) => name.startsWith(`${root}/`)))
  expect(main).toBeGreaterThan(0.05 * mb)
  expect(main).toBeLessThanOrEqual(1.6 * mb)
})

test('each subpackage is at most 1.8 MB', () => {
  expect(subPackages.length).toBeGreaterThan(0)
  for (const { root } of subPackages) {
    const bytes = bytesOf((name) => name.startsWith(`${root}/`))
    expect(bytes, root).toBeGreaterThan(0)
    expect(bytes, root).toBeLessThanOrEqual(1.8 * mb)
  }
})
