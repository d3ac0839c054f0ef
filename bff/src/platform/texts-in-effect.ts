/** The promise: which version of each text holds is the same for everybody who asks at one moment. */
import type { AgreedVersions } from '@linli/contracts/agreed'
import { type TextKind, textKind } from '@linli/contracts/agreements'
import * as z from 'zod/mini'
import type { Cache } from './cache'
import type { Clock } from './clock'
import type { Db } from './db'

const textRow = z.strictObject({
  kind: textKind,
  version: z.int(),
  title: z.string(),
  effectiveAt: z.date(),
})
export type TextRow = z.output<typeof textRow>

export interface TextsInEffect {
  /** Of each kind the one that holds now, in the order of `kinds`. */
  now(): Promise<TextRow[]>
  /** Published, and not in effect yet. */
  coming(): Promise<TextRow[]>
  /** The versions that have to be agreed to now. */
  toAgree(): Promise<AgreedVersions>
}

/** What another process published is known here so long after. */
const keepMs = 30_000
const kinds: readonly TextKind[] = ['privacy', 'terms', 'processors', 'help', 'about']
/** By which name the list is kept; who publishes drops it. */
export const textsKey = 'texts'

/** A deployment whose first version begins later has that one from the start: there is always something to agree to. */
export function inEffect(rows: readonly TextRow[], kind: TextKind, at: Date): TextRow | undefined {
  const ofKind = rows.filter((row) => row.kind === kind).sort((a, b) => b.version - a.version)
  return ofKind.find(({ effectiveAt }) => effectiveAt <= at) ?? ofKind.at(-1)
}

/** Is what was agreed to no older than what is in effect? */
export const agreesTo = (agreed: AgreedVersions, needed: AgreedVersions): boolean =>
  agreed.privacy >= needed.privacy && agreed.terms >= needed.terms

export function createTextsInEffect(db: Db, cache: Cache, clock: Clock): TextsInEffect {
  const rows = (): Promise<TextRow[]> =>
    cache.get(textsKey, keepMs, () =>
      db.statement(
        textRow,
        'texts',
        'SELECT kind, version, title, effective_at AS "effectiveAt" FROM deployment_texts ORDER BY kind, version',
        [],
      ),
    )
  const now = async (): Promise<TextRow[]> => {
    const [all, at] = [await rows(), clock.now()]
    return kinds.flatMap((kind) => inEffect(all, kind, at) ?? [])
  }
  return {
    now,
    async coming() {
      const [all, at, held] = [await rows(), clock.now(), await now()]
      return all.filter((row) => row.effectiveAt > at && !held.includes(row))
    },
    async toAgree() {
      const held = await now()
      const version = (kind: keyof AgreedVersions): number =>
        held.find((row) => row.kind === kind)?.version ?? 0
      return { privacy: version('privacy'), terms: version('terms') }
    },
  }
}
