/** The promise: one register of divisions, the same for every reader, at most a minute old. */
import type { Division, PlacedDivision } from '@linli/contracts/divisions'
import { digits, upwards } from '@linli/contracts/ladder'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { type Settings, settings } from './rules'
import { searchIn } from './search'
import { allDivisions, allSettings, settingsOfDivisions } from './store'

export type { Settings } from './rules'

export interface Directory {
  find(code: string): PlacedDivision | undefined
  children(parent: string): PlacedDivision[]
  named(text: string): PlacedDivision[]
  /** What applies in a division: its own setting, else the nearest above, else the default. */
  settings(code: string): Settings
}

const keepMs = 60_000
const most = 50

export const directory = (deps: Pick<Deps, 'cache' | 'db' | 'log'>): Promise<Directory> =>
  deps.cache.get('divisions', keepMs, async () => {
    const [rows, set] = await Promise.all([allDivisions(deps.db), allSettings(deps.db)])
    const values = new Map(set.map(({ divisionCode, key, value }) => [`${divisionCode} ${key}`, value]))
    const wrong = unusable(values)
    if (wrong.length > 0) deps.log.warn({ settings: wrong }, 'division settings that cannot be')
    return build(
      rows.map(({ parentCode, ...row }) => ({
        ...row,
        level: row.level as Division['level'],
        parent: parentCode,
      })),
      values,
    )
  })

/** @throws Problem not_found */
export async function community(
  deps: Pick<Deps, 'cache' | 'db' | 'log'>,
  code: string,
): Promise<PlacedDivision> {
  const found = (await directory(deps)).find(code)
  if (found?.level !== 'community') throw new Problem('not_found')
  return found
}

/** What applies in a division, read on the connection that the caller already has. */
export async function settingsInside(tx: Tx, code: string): Promise<Settings> {
  const set = await settingsOfDivisions(tx, upwards(code))
  return settingsOf(
    code,
    new Map(set.map(({ divisionCode, key, value }) => [`${divisionCode} ${key}`, value])),
  )
}

function build(divisions: Division[], set: Map<string, unknown>): Directory {
  const byCode = new Map(divisions.map((d) => [d.code, d]))
  const nameOf = (code: string): string => byCode.get(code)?.name ?? ''
  const place = (d: Division): PlacedDivision => ({
    ...d,
    // The prefecture is the whole deployment: naming it everywhere would only be noise.
    within: upwards(d.code)
      .filter((code) => code !== d.code && code.length >= digits.county)
      .reverse()
      .map(nameOf),
  })
  const placed = new Map(divisions.map((d) => [d.code, place(d)]))
  const all = [...placed.values()]
  const search = searchIn(all.filter((d) => d.level === 'community'))
  const known = new Map<string, Settings>()
  const settingsHere = (code: string): Settings => {
    const found = known.get(code) ?? settingsOf(code, set)
    if (byCode.has(code)) known.set(code, found)
    return found
  }
  return {
    find: (code) => placed.get(code),
    children: (parent) => all.filter((d) => d.parent === parent),
    named: (text) => search(text).slice(0, most),
    settings: settingsHere,
  }
}

/** A value that cannot be is passed over, for the division above: one wrong row must not stop a county. */
function settingsOf(code: string, set: Map<string, unknown>): Settings {
  const entries = Object.entries(settings).map(([key, schema]) => {
    const values = upwards(code).map((above) => set.get(`${above} ${key}`))
    const usable = values.find((value) => value !== undefined && schema.safeParse(value).success)
    return [key, schema.parse(usable)]
  })
  return Object.fromEntries(entries) as Settings
}

/** Names what is set and cannot be, for the log. */
const unusable = (set: Map<string, unknown>): string[] =>
  [...set].flatMap(([name, value]) => {
    const schema = settings[name.split(' ')[1] as keyof typeof settings] as
      (typeof settings)[keyof typeof settings] | undefined
    return schema?.safeParse(value).success ? [] : [name]
  })
