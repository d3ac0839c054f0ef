/** What the functions of the database do: their bodies, as the last migration that made each of them left it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const migrations = join(import.meta.dirname, '../../prisma/migrations')

/** Name and parameters, then everything up to the second `$$`. */
const made = /CREATE (?:OR REPLACE )?FUNCTION (\w+)\s*\([\s\S]*?\bAS \$\$([\s\S]*?)\$\$/g

/** Of ours, not of extensions or of the queue of jobs. */
export const sqlFunctions: ReadonlyMap<string, string> = new Map(
  readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => [...readFileSync(join(migrations, name, 'migration.sql'), 'utf8').matchAll(made)])
    .map(([, name = '', body = '']) => [name, body]),
)
