/** `npm run check` › no circles: no file needs itself by way of others, neither when it runs nor to understand its types. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { root } from './paths'

/** What one file needs of another. */
export interface Need {
  to: string
  /** Only types: nothing of the other runs because of it. */
  typeOnly: boolean
}

/** File → what it needs. */
export type Needs = ReadonlyMap<string, readonly Need[]>

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node
    if (node.isTypeOnly) return true
    return (
      !!exportClause && ts.isNamedExports(exportClause) && exportClause.elements.every((e) => e.isTypeOnly)
    )
  }
  const clause = node.importClause
  if (!clause) return false
  const named = clause.namedBindings
  return (
    clause.isTypeOnly ||
    (!clause.name && !!named && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly))
  )
}

/** The paths that a source names, as it names them. */
export function importsOf(source: string, name = 'source.tsx'): Need[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: Need[] = []
  const visit = (node: ts.Node): void => {
    const isFrom = ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
    if (isFrom && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ to: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) })
    // Loaded later, and all the same: `import('./a')`; as a type: `import('./a').B`.
    const asked =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined
    if (asked && ts.isStringLiteralLike(asked))
      found.push({ to: asked.text, typeOnly: ts.isImportTypeNode(node) })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** The shortest way from a file back to itself; undefined when there is none. */
function wayBack(needs: Needs, start: string, byValue: boolean): string[] | undefined {
  const before = new Map<string, string>()
  const queue = [start]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { to, typeOnly } of needs.get(at) ?? []) {
      if (byValue && typeOnly) continue
      if (to === start) {
        const way = [at]
        for (let back = before.get(at); back !== undefined; back = before.get(back)) way.unshift(back)
        return way
      }
      if (before.has(to) || !needs.has(to)) continue
      before.set(to, at)
      queue.push(to)
    }
  }
  return undefined
}

/** Every circle once, as the files on it. @param byValue leaves out what is needed for types alone */
export function circlesOf(needs: Needs, byValue: boolean): string[][] {
  const found = new Map<string, string[]>()
  for (const file of [...needs.keys()].sort()) {
    const way = wayBack(needs, file, byValue)
    const name = [...(way ?? [])].sort().join(' ')
    if (way && !found.has(name)) found.set(name, way)
  }
  return [...found.values()]
}

const endings = ['.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx', '']

/** Packages are nobody's part of a circle; `@linli/contracts/x` is a file of ours. */
function fileOf(from: string, named: string): string | undefined {
  const path = named.startsWith('.')
    ? join(dirname(from), named)
    : named.startsWith('@linli/contracts/')
      ? join(root, 'bff/contracts/src', named.slice('@linli/contracts/'.length))
      : undefined
  const file =
    path && endings.map((ending) => path + ending).find((one) => /\.\w+$/.test(one) && existsSync(one))
  return file && relative(root, file).replaceAll('\\', '/')
}

function needsBelow(folders: readonly string[]): Needs {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  )
  const ours = files.filter(
    (file) => /\.(tsx?|mjs)$/.test(file) && !/[\\/](generated|node_modules|dist)[\\/]/.test(file),
  )
  return new Map(
    ours.map((file) => [
      relative(root, file).replaceAll('\\', '/'),
      importsOf(readFileSync(file, 'utf8'), file).flatMap(({ to, typeOnly }) => {
        const known = fileOf(file, to)
        return known ? [{ to: known, typeOnly }] : []
      }),
    ]),
  )
}

function main(): void {
  const needs = needsBelow(['bff/src', 'bff/contracts/src', 'bff/local', 'miniapp/src'])
  const byValue = circlesOf(needs, true)
  const known = byValue.map((way) => [...way].sort().join(' '))
  const byType = circlesOf(needs, false).filter((way) => !known.includes([...way].sort().join(' ')))
  for (const way of byValue) console.log(`by value: ${[...way, way[0]].join(' → ')}`)
  for (const way of byType) console.log(`by type: ${[...way, way[0]].join(' → ')}`)
  console.log(`${needs.size} files, ${byValue.length} circles by value, ${byType.length} by type`)
  process.exitCode = byValue.length + byType.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()
