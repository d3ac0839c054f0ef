/** `shared/` holds what is truly shared, in folders that say what; what one feature alone uses lies in that feature. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../../miniapp/src', import.meta.url))
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(tsx?|css|json)$/.test(path),
)

/** A file without its platform and its ending: twins of two platforms are one. */
const nameOf = (path: string): string => path.replace(/(\.h5)?\.(tsx?|css|json)$/, '')
const isShared = (path: string): boolean => path.startsWith('shared/')
/** Who of the app this file belongs to: a feature by its name, all else by its first folder. */
const ownerOf = (path: string): string => /^features\/[^/]+/.exec(path)?.[0] ?? path.split('/')[0] ?? ''

/** Named by the build alone, a way to ask the service (nobody else calls it), or an element of the platforms, which have one place however few use it. */
const stays = (name: string): boolean =>
  ['shared/http/abort-controller', 'shared/http/use-events'].includes(name) ||
  name.startsWith('shared/ui/base/')

function importsOf(path: string): string[] {
  const text = readFileSync(join(source, path), 'utf8')
  const all = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)]
  return all.map(([, to = '']) => nameOf(relative(source, resolve(source, dirname(path), to))))
}

const users = new Map<string, Set<string>>()
for (const path of files) {
  for (const to of importsOf(path)) {
    if (to === nameOf(path)) continue
    users.set(to, (users.get(to) ?? new Set()).add(ownerOf(path)))
  }
}

/** Not shared: nobody else of shared, no page and no second feature uses it. */
function isOfOneFeature(name: string): boolean {
  const owners = [...(users.get(name) ?? [])]
  return owners.every((owner) => owner.startsWith('features/')) && owners.length < 2
}

test('nothing lies loose in shared', () => {
  expect(files.filter((path) => /^shared\/[^/]+$/.test(path))).toEqual([])
})

test('what one feature alone uses lies in that feature', () => {
  const names = [...new Set(files.filter(isShared).map(nameOf))].filter((name) => !stays(name))
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter(isOfOneFeature)).toEqual([])
})
