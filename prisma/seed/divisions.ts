import { readFile } from 'node:fs/promises'

export interface DivisionRow {
  code: string
  level: string
  name: string
  fullName: string
  parentCode: string | null
}

const levels = new Map([
  ['省', 'province'],
  ['州', 'prefecture'],
  ['县市', 'county'],
  ['乡镇街道', 'township'],
  ['村社区', 'community'],
])

/** As people say it: 东兴社区居民委员会 → 东兴社区, 花园村民委员会 → 花园村, 新村村民委员会 → 新村. */
export function spokenName(fullName: string): string {
  const neighbourhood = /^(.+社区)(居民委员会|居委会)$/.exec(fullName)
  if (neighbourhood) return neighbourhood[1]!
  const village = /^(.+?)村?村民委员会$/.exec(fullName)
  return village ? `${village[1]}村` : fullName
}

/** The 1,221 divisions of Chuxiong, every parent before its children. */
export async function readDivisions(): Promise<DivisionRow[]> {
  const csv = await readFile(new URL('./divisions.csv', import.meta.url), 'utf8')
  const lines = csv.trim().split(/\r?\n/).slice(1)
  const rows = lines.map((line) => {
    const [code = '', level = '', fullName = '', parent = ''] = line.split(',')
    const known = levels.get(level)
    if (!known) throw new Error(`divisions.csv: unknown level in ${line}`)
    return { code, level: known, name: spokenName(fullName), fullName, parentCode: parent || null }
  })
  return rows.sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
}
