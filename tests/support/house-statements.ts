/** What the service may send to PostgreSQL, as far as its source and the functions of the database say. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { sqlFunctions } from './sql-functions'

const root = join(import.meta.dirname, '../..')

const filesBelow = (folder: string, end: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end) && !/^(?:generated|keys)\b/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))

/** Each string and template of a source, the outermost ones; what is put into one stays as it is written. */
function textsOf(source: string): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) texts.push(node.getText())
    else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
  return texts
}

/** Name of a model in the client → its table. */
const tables = new Map(
  filesBelow('prisma/schema', '.prisma').flatMap((text) =>
    [...text.matchAll(/^model (\w)(\w+) \{[\s\S]*?@@map\("(\w+)"\)/gm)].map(
      ([, first = '', rest = '', table = '']) => [first.toLowerCase() + rest, table] as const,
    ),
  ),
)

const sources = filesBelow('bff/src', '.ts')

/** `tx.child.update(…)` sends this. */
const ofModels = sources.flatMap((source) =>
  [...source.matchAll(/\.(\w+)\s*\.(?:update|updateMany|upsert|delete|deleteMany)\(/g)].flatMap(
    ([, model = '']) => (tables.has(model) ? [`UPDATE "public"."${tables.get(model)}"`] : []),
  ),
)

/** A trigger takes what it takes unseen, and the rotation of keys is no part of the service. */
const ofFunctions = [...sqlFunctions]
  .filter(([, body]) => !/\b(?:NEW|OLD)\b/.test(body))
  .map(([, body]) => body)

export const houseStatements: readonly string[] = [
  // A lock of two kinds, which the caller says.
  ...sources.flatMap(textsOf).map((text) => text.replace('FOR ${lock}', 'FOR UPDATE')),
  ...ofModels,
  ...ofFunctions,
]
