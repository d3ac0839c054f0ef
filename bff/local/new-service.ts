/**
 * `npm run new service <noun> <name> <prefix>`: the skeleton of a service, which is in every list at once and passes
 * `npm run check`. What it does beyond asking and answering is for whoever adds it (docs/adding-a-service.md).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withService } from './new-service-names'
import { named, type Named, takenNames } from './new-service-noun'
import { root } from './paths'
import { run } from './run.mjs'

const templates = join(root, 'bff/local/new-service')

const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(
    /__(noun|name|kebab|camel|Pascal|PREFIX|stamp)__/g,
    (whole, word: string) => words[word] ?? whole,
  )

/**
 * The beginning of the next migration's name, e.g. `20261130090000`: of today, and after all that are there, as they are
 * applied in the order of their names.
 * @param today e.g. `20261130`
 */
export function nextStamp(migrations: readonly string[], today: string): string {
  const last = migrations
    .map((name) => name.slice(0, 14))
    .filter((stamp) => /^\d{14}$/.test(stamp))
    .sort()
    .at(-1)
  const first = `${today}090000`
  return last === undefined || last < first ? first : String(BigInt(last) + 1n)
}

/** Path below the root → text. @param stamp as the beginning of a migration's name */
export function filesOf(service: Named, stamp: string): Record<string, string> {
  const words = { ...service, stamp }
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

/** @throws before anything is written: for a noun that is taken, a file that is there, or a list that it does not find */
export async function newService(words: readonly string[], today: string): Promise<void> {
  const [noun, name, prefix] = words
  const service = named(takenNames(), noun, name, prefix)
  const files = filesOf(service, nextStamp(readdirSync(join(root, 'prisma/migrations')), today))
  const there = Object.keys(files).filter((file) => existsSync(join(root, file)))
  if (there.length > 0) throw new Error(`It is there already: ${there.join(', ')}`)
  const changed = withService(service, (file) => readFileSync(join(root, file), 'utf8'))
  const texts = Object.entries({ ...files, ...changed })
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs')
  const written = texts.map(([file]) => file).filter((file) => file.endsWith('.ts'))
  await run(process.execPath, [prettier, '--write', '--log-level=warn', ...written], { cwd: root })
  console.log(texts.map(([file]) => `  ${file}`).join('\n'))
  console.log(`  It is called ${service.name}, and its numbers begin with ${service.PREFIX}.`)
  console.log('  Go on with docs/adding-a-service.md.')
}
