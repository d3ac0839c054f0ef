/**
 * Each table belongs to one module, and only its stores write it; others call the module's service or a function in SQL.
 * It is the module by whose name its model's file is called: `prisma/schema/<module>.prisma`.
 */
export const ownersIn = (schema: ReadonlyMap<string, string>): Record<string, string[]> =>
  Object.fromEntries(
    [...schema].flatMap(([module, text]) => {
      const tables = [...text.matchAll(/^model \w+ \{[\s\S]*?@@map\("(\w+)"\)/gm)].map(
        ([, table = '']) => table,
      )
      return tables.length > 0 ? [[module, tables.sort()]] : []
    }),
  )

/** A new lookup or field key rewrites sealed columns and hashes wherever they stand (docs/keys.md). */
export const writesAnyTable: readonly string[] = ['keys/rehash.ts', 'keys/reseal.ts']
