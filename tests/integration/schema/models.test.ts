import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase()

describe('Prisma’s models', () => {
  const folder = new URL('../../../prisma/schema/', import.meta.url)
  const text = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')

  /** `table.column` with `?` where it may be null, for every scalar field of every model. */
  const declared = [...text.matchAll(/^model \w+ \{\n(.*?)^\}/gms)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1]
    return [...body.matchAll(/^ {2}(\w+) +([A-Z]\w*)(?:\(.*?\))?(\[\]|\?)?(.*)$/gm)]
      .filter(([, , type]) => !new RegExp(`^model ${type} `, 'm').test(text))
      .map(([, name, , mark, rest = '']) => {
        const column = /(?<!@)@map\("(\w+)"\)/.exec(rest)?.[1] ?? name
        return `${table}.${column}${mark === '?' ? '?' : ''}`
      })
  })

  test('have the columns of the database, as nullable as there, and it has no others', async () => {
    const { rows } = await pool.query<{ name: string }>(`
      SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS name
      FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`)
    expect(declared.length).toBeGreaterThan(100)
    expect([...declared].sort()).toEqual(rows.map(({ name }) => name).sort())
  })
})
