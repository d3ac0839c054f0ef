/** `npm run check` › one writer per table: finds who writes which table, and prints the picture. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths'
import { anyTable, type Models, writesOf } from './sql-writes'
import { ownersIn, writesAnyTable } from './table-owners'

/** One table written by one file. */
export interface Write {
  /** Below `bff/src`. */
  file: string
  table: string
}

interface House {
  owners: Readonly<Record<string, readonly string[]>>
  writesAnyTable: readonly string[]
}

/** The folder below `modules/`, or the platform. */
export const moduleOf = (file: string): string => /^modules\/([^/]+)\//.exec(file)?.[1] ?? 'platform'

const ownerOf = ({ owners }: House, table: string): string | undefined =>
  Object.keys(owners).find((module) => owners[module]?.includes(table))

/** What is wrong, one line each; none when every table has one writer. @param tables of the schema */
export function faultsOf(writes: readonly Write[], tables: readonly string[], house: House): string[] {
  const faults = writes.flatMap(({ file, table }) => {
    const owner = ownerOf(house, table)
    if (table === anyTable)
      return house.writesAnyTable.includes(file)
        ? []
        : [`${file} writes a table that cannot be told from its text`]
    if (owner === undefined) return [`${file} writes ${table}, which belongs to no module`]
    return owner === moduleOf(file) ? [] : [`${file} writes ${table}, which belongs to ${owner}`]
  })
  const declared = Object.values(house.owners).flat()
  return [
    ...faults,
    ...tables.filter((name) => !declared.includes(name)).map((name) => `${name} belongs to no module`),
    ...declared.filter((name) => !tables.includes(name)).map((name) => `${name} is no table`),
    ...declared
      .filter((name, i) => declared.indexOf(name) !== i)
      .map((name) => `${name} belongs to two modules`),
  ]
}

/** Tables down, modules across: `●` writes its own, `○` writes another's. */
export function picture(writes: readonly Write[], house: House): string[] {
  // Somebody who owns no table may write one all the same.
  const modules = [...new Set([...Object.keys(house.owners), ...writes.map(({ file }) => moduleOf(file))])]
  const letters = modules.map((_, i) => String.fromCharCode(97 + i))
  const width = Math.max(...Object.values(house.owners).flatMap((list) => list.map((name) => name.length)))
  const mark = (table: string, module: string): string => {
    const written = writes.some((write) => write.table === table && moduleOf(write.file) === module)
    return !written ? '·' : ownerOf(house, table) === module ? '●' : '○'
  }
  return [
    `${' '.repeat(width)}  ${letters.join(' ')}`,
    ...modules.flatMap((module, i) =>
      (house.owners[module] ?? []).map(
        (table) =>
          `${table.padEnd(width)}  ${modules.map((one) => mark(table, one)).join(' ')}  ${letters[i]} ${module}`,
      ),
    ),
  ]
}

/** Model and table of every `model … @@map("…")` below `prisma/schema`. */
function modelsOf(schema: ReadonlyMap<string, string>): Models {
  const pairs = [...[...schema.values()].join('\n').matchAll(/^model (\w+) \{[\s\S]*?@@map\("(\w+)"\)/gm)]
  return new Map(
    pairs.map(([, model = '', table = '']) => [`${model.charAt(0).toLowerCase()}${model.slice(1)}`, table]),
  )
}

function writesBelow(folder: string, models: Models): Write[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => relative(folder, join(folder, name)).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('generated/'))
    .sort()
    .flatMap((file) =>
      writesOf(readFileSync(join(folder, file), 'utf8'), models).map((table) => ({ file, table })),
    )
}

/** Text by module, the files of `prisma/schema` in their order. */
function schemaIn(folder: string): Map<string, string> {
  const files = readdirSync(folder).sort()
  return new Map(
    files.map((name) => [name.replace(/\.prisma$/, ''), readFileSync(join(folder, name), 'utf8')]),
  )
}

function main(): void {
  const schema = schemaIn(join(root, 'prisma/schema'))
  const [models, owners] = [modelsOf(schema), ownersIn(schema)]
  const writes = writesBelow(join(root, 'bff/src'), models)
  const house = { owners, writesAnyTable }
  const gone = writesAnyTable
    .filter((file) => !existsSync(join(root, 'bff/src', file)))
    .map((file) => `${file} is named in table-owners.ts and is no file`)
  const faults = [...faultsOf(writes, [...models.values()], house), ...gone]
  console.log(picture(writes, house).join('\n'))
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()
