/**
 * Which tables a source file writes: in the SQL of its strings and templates, and by the models of Prisma. What is only
 * read, locked (`FOR UPDATE`) or merged into the row of an insert (`ON CONFLICT DO UPDATE`) is no further write.
 */
import ts from 'typescript'

/** Name of a Prisma model in the client (`lineEntry`) → its table (`line_entries`). */
export type Models = ReadonlyMap<string, string>

/** Stands where a statement takes its table from a variable: nobody who reads it knows which table it writes. */
export const anyTable = '*'

const writing = new Set([
  'create',
  'createMany',
  'createManyAndReturn',
  'update',
  'updateMany',
  'updateManyAndReturn',
  'upsert',
  'delete',
  'deleteMany',
])

/** A value put into a template. */
const hole = '\0'
const table = `(?:ONLY\\s+)?(?:"?public"?\\.)?("?[\\w${hole}]+"?|$)`
const verbs = [
  `\\bINSERT\\s+INTO\\s+${table}`,
  `\\bDELETE\\s+FROM\\s+${table}`,
  `\\bMERGE\\s+INTO\\s+${table}`,
  `\\bTRUNCATE\\s+(?:TABLE\\s+)?${table}`,
  `\\bCOPY\\s+${table}\\s*(?:\\([^)]*\\)\\s*)?FROM\\b`,
  `(?<!\\bDO\\s)\\bUPDATE\\s+${table}(?:\\s*\\*)?(?:\\s+(?:AS\\s+)?"?(?!SET\\b)\\w+"?)?\\s+SET\\b`,
].map((verb) => new RegExp(verb, 'gi'))

/** The tables that one piece of SQL writes. @param sql with `\0` for what is put into it */
export function tablesWritten(sql: string): string[] {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  return verbs.flatMap((verb) =>
    [...bare.matchAll(verb)].map((match) => {
      const name = (match[1] ?? '').replaceAll('"', '')
      return name === '' || name.includes(hole) ? anyTable : name.toLowerCase()
    }),
  )
}

/** The text of a string, a template or a sum of them; undefined for what is no text. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map((span) => hole + span.literal.text)].join('')
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined
  const [left, right] = [textOf(node.left), textOf(node.right)]
  return left === undefined && right === undefined ? undefined : (left ?? hole) + (right ?? hole)
}

/** The parts of a sum that are no plain text, where more SQL may stand. */
function partsOf(node: ts.Node): ts.Node[] {
  if (ts.isStringLiteralLike(node)) return []
  if (ts.isTemplateExpression(node)) return node.templateSpans.map((span) => span.expression)
  const isSum = ts.isBinaryExpression(node) && textOf(node) !== undefined
  return isSum ? [node.left, node.right].flatMap(partsOf) : [node]
}

const isClient = (node: ts.Expression): boolean => /(^|\.)(tx|client|prisma)$/.test(node.getText())

/** `tx.grant`, `db.client.grant`, `tx['grant']`: the table of the model. */
function tableOfModel(node: ts.Node, models: Models): string | undefined {
  if (ts.isPropertyAccessExpression(node) && isClient(node.expression)) return models.get(node.name.text)
  if (!ts.isElementAccessExpression(node) || !isClient(node.expression)) return undefined
  const name = node.argumentExpression
  return ts.isStringLiteralLike(name) ? models.get(name.text) : anyTable
}

/** A write inside the data of another (`rooms: { create: … }`) goes to a table that the call does not name. */
function writesWithin(call: ts.CallExpression): boolean {
  const nested = (node: ts.Node, depth: number): boolean =>
    (ts.isPropertyAssignment(node) && depth > 1 && writing.has(node.name.getText())) ||
    (ts.forEachChild(node, (child) => nested(child, depth + Number(ts.isObjectLiteralExpression(node)))) ??
      false)
  return call.arguments.some((argument) => nested(argument, 0))
}

/** What is done with a model: only a call of one of its own methods says whether it is written. */
function ofModel(node: ts.Node, written: string): string[] {
  const method = node.parent
  if (!ts.isPropertyAccessExpression(method) || method.expression !== node) return [anyTable]
  if (!ts.isCallExpression(method.parent) || method.parent.expression !== method) return [anyTable]
  if (!writing.has(method.name.text)) return []
  return writesWithin(method.parent) ? [written, anyTable] : [written]
}

/** `const { grant } = tx`: from there on it may be written unseen. */
const takesApart = (node: ts.Node, models: Models): boolean =>
  ts.isVariableDeclaration(node) &&
  ts.isObjectBindingPattern(node.name) &&
  node.initializer !== undefined &&
  isClient(node.initializer) &&
  node.name.elements.some((one) => models.has((one.propertyName ?? one.name).getText()))

/** Every table that this source writes, each once; `anyTable` where it cannot be told. */
export function writesOf(source: string, models: Models): string[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== undefined) {
      for (const name of tablesWritten(text)) found.add(name)
      return partsOf(node).forEach(visit)
    }
    const written = tableOfModel(node, models)
    if (written !== undefined) for (const name of ofModel(node, written)) found.add(name)
    if (takesApart(node, models)) found.add(anyTable)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return [...found].sort()
}
