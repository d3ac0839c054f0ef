/**
 * `npm run new service <noun> <name>`: the skeleton of a service, which is in every list at once and passes
 * `npm run check`. What it does beyond asking and answering is for whoever adds it (docs/adding-a-service.md).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { insertsFor, type Insert, type Named } from './new-service-names'
import { root } from './paths'
import { run } from './run.mjs'

const templates = join(root, 'bff/local/new-service')

/**
 * @param noun singular, as in `repair`, or `key_handover` @param name in the words of the app, as in 报修
 * @throws when the noun is none
 */
export function named(noun = '', name = ''): Named {
  const usage = 'npm run new service <noun> <name>, e.g. npm run new service repair 报修'
  if (!/^[a-z]+(_[a-z]+)*$/.test(noun) || !/^\p{Script=Han}+$/u.test(name)) throw new Error(usage)
  const pascal = noun.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  return {
    noun,
    name,
    kebab: noun.replaceAll('_', '-'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    Pascal: pascal,
    PREFIX: noun.slice(0, 2).toUpperCase(),
  }
}

const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(
    /__(noun|name|kebab|camel|Pascal|PREFIX|today)__/g,
    (whole, word: string) => words[word] ?? whole,
  )

/** Path below the root → text. @param today as the beginning of a migration's name, e.g. `20261130` */
export function filesOf(service: Named, today: string): Record<string, string> {
  const words = { ...service, today }
  const names = readdirSync(templates, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(templates, name)).isFile())
      .map((name) => [
        filled(name.replaceAll('\\', '/').replace(/\.txt$/, ''), words),
        filled(readFileSync(join(templates, name), 'utf8'), words),
      ]),
  )
}

function insert({ file, after, text }: Insert): void {
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  const found = after.exec(before)
  if (!found) throw new Error(`${file} has changed: ${String(after)} is not there any more.`)
  const at = found.index + found[0].length
  writeFileSync(path, before.slice(0, at) + text + before.slice(at))
}

/** @throws when a file of it is there already, or one that names all services does not look as it did */
export async function newService(
  noun: string | undefined,
  name: string | undefined,
  today: string,
): Promise<void> {
  const service = named(noun, name)
  const files = filesOf(service, today)
  const there = Object.keys(files).filter((file) => existsSync(join(root, file)))
  if (there.length > 0) throw new Error(`It is there already: ${there.join(', ')}`)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const inserts = insertsFor(service)
  inserts.forEach(insert)
  const touched = [...new Set([...Object.keys(files), ...inserts.map(({ file }) => file)])]
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs')
  const written = touched.filter((file) => file.endsWith('.ts'))
  await run(process.execPath, [prettier, '--write', '--log-level=warn', ...written], { cwd: root })
  console.log(touched.map((file) => `  ${file}`).join('\n'))
  console.log('  Go on with docs/adding-a-service.md.')
}
