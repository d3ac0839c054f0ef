/**
 * Where a list of a division is looked for. Of one community the index that begins with it gives the order, too; of a township
 * what it holds is sorted; of a county or more the order comes first, since nearly all that is met on the way belongs to it.
 */
export interface Area {
  /** Part of the statement's name: each shape has a plan of its own. */
  name: 'community' | 'township' | 'wide'
  sql: string
}

/** @param column a community's code @param value where the statement has the division's */
export function areaOf(division: string, column: string, value: string): Area {
  if (division.length === 12) return { name: 'community', sql: `${column} = ${value}` }
  if (division.length === 9)
    return { name: 'township', sql: `${column} >= ${value} AND ${column} < ${value} || '~'` }
  return { name: 'wide', sql: `left(${column}, length(${value})) = ${value}` }
}
