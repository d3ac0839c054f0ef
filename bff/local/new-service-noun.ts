/** What a service can be called: no word that something else is called by already. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '../contracts/src/catalogue'
import { caseDeclarations } from '../contracts/src/cases'
import { root } from './paths'

/** A service's noun, in each form in which files call it. */
export interface Named extends Readonly<Record<string, string>> {
  /** On the row of a case, e.g. `key_handover`. */
  noun: string
  /** As people say it, e.g. 报修. */
  name: string
  /** Of files, e.g. `key-handover`. */
  kebab: string
  camel: string
  Pascal: string
  /** Of case numbers. */
  PREFIX: string
}

/** What is called something already. */
export interface Taken {
  /** Tables, and models in lower case without underscores. */
  tables: ReadonlySet<string>
  prefixes: ReadonlySet<string>
  /** Endpoints, by name and by path. */
  endpoints: ReadonlySet<string>
}

const usage =
  'npm run new service <noun> <name> <prefix of its numbers>, e.g. npm run new service repair 报修 BX'

/** Words with which what is generated would not compile, or a figure could not be told from those of all services. */
const notNouns = ['all', 'own', 'get', 'make', 'open', 'reference']

/** What the schema, the catalogue and the declarations of this tree call things. */
export function takenNames(): Taken {
  const folder = join(root, 'prisma/schema')
  const schema = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const tables = [...schema.matchAll(/^model (\w+)|@@map\("(\w+)"\)/gm)].map(
    ([, model, table]) => table ?? model?.toLowerCase() ?? '',
  )
  return {
    tables: new Set(tables),
    prefixes: new Set(Object.values(caseDeclarations).map(({ prefix }) => prefix)),
    endpoints: new Set(Object.entries(catalogue).flatMap(([name, { path }]) => [name, path])),
  }
}

/** Two letters that no service's numbers begin with, if they can be of the noun. */
function freePrefix(noun: string, { prefixes }: Taken): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const first = noun.slice(0, 1).toUpperCase()
  const own = [...noun.slice(1).replaceAll('_', '').toUpperCase(), ...letters].map((letter) => first + letter)
  const all = [...own, ...letters.flatMap((a) => letters.map((b) => a + b))]
  return all.find((prefix) => !prefixes.has(prefix)) ?? ''
}

/**
 * @param noun singular, as in `repair`, or `key_handover` @param name in the words of the app, as in 报修
 * @param prefix two capital letters, the first ones of the name in pinyin; if it is left out, letters of the noun
 * @throws when one of them cannot be used, with the reason
 */
export function named(taken: Taken, noun = '', name = '新服务', prefix = freePrefix(noun, taken)): Named {
  if (!/^[a-z]{2,}(_[a-z]+)*$/.test(noun) || noun.length > 30) throw new Error(usage)
  if (!/^\p{Script=Han}+$/u.test(name) || !/^[A-Z]{2}$/.test(prefix)) throw new Error(usage)
  const Pascal = noun.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  const kebab = noun.replaceAll('_', '-')
  const { tables, prefixes, endpoints } = taken
  const isTable = [`${noun}s`, noun, Pascal.toLowerCase()].some((table) => tables.has(table))
  const isAsked = [
    `request${Pascal}`,
    `cancel${Pascal}`,
    `complete${Pascal}`,
    `refuse${Pascal}`,
    `/${kebab}s`,
  ]
  if (notNouns.includes(noun) || isTable || isAsked.some((endpoint) => endpoints.has(endpoint)))
    throw new Error(`Something is called ${noun} already: take another noun.`)
  if (prefixes.has(prefix)) throw new Error(`Numbers of another service begin with ${prefix}.`)
  return {
    noun,
    name,
    kebab,
    camel: Pascal.charAt(0).toLowerCase() + Pascal.slice(1),
    Pascal,
    PREFIX: prefix,
  }
}
