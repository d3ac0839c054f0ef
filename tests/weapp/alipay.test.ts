/** The app as it is built for Alipay: scripts that parse, and the same pages as WeChat's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../miniapp/dist', import.meta.url))
const alipay = join(dist, 'alipay')
const files = readdirSync(alipay, { recursive: true, encoding: 'utf8' })

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

function pagesOf(platform: string): string[] {
  const app = JSON.parse(readFileSync(join(dist, platform, 'app.json'), 'utf8')) as AppJson
  const inPackages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  return [...app.pages, ...inPackages].sort()
}

test('every script is valid JavaScript', () => {
  const scripts = files.filter((name) => name.endsWith('.js'))
  expect(scripts).toContain('app.js')
  for (const name of scripts) {
    const code = readFileSync(join(alipay, name), 'utf8')
    expect(() => new Script(`(function (require, module, exports) {${code}\n})`), name).not.toThrow()
  }
})

test("it has the same pages as WeChat's, each with its markup", () => {
  const pages = pagesOf('alipay')
  expect(pages).toEqual(pagesOf('weapp'))
  for (const page of pages) expect(files).toEqual(expect.arrayContaining([`${page}.js`, `${page}.axml`]))
})

test('no style file has the selector that mini-programs do not know', () => {
  const styles = files.filter((name) => name.endsWith('.acss'))
  expect(styles).toContain('app.acss')
  for (const name of styles) {
    expect(readFileSync(join(alipay, name), 'utf8'), name).not.toMatch(/[\s>+~,{}]\*[\s>+~,{.:[]/)
  }
})
