/**
 * The promise: one field finds what is in the reader's own scope and nothing beside it. Who is looked for by a telephone or
 * a name reads of it; a stranger's number is answered just as nobody's.
 */
import type { FoundBy } from '@linli/contracts/desk'
import type { CaseSummary } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { deskLooks } from '../../http/limits'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { casesByName, casesByNumber, casesByPhone } from '../cases/service'
import { directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { roomsNamed } from '../rooms/service'
import { meaningOf } from './rules'

export interface Found {
  found: { by: FoundBy; cases: CaseSummary[] }[]
  rooms: Awaited<ReturnType<typeof roomsNamed>>
  day: string | null
  tooWide: boolean
}

/** @throws Problem not_found where the reader has no grant that reaches the division, too_many_requests */
export async function searchDesk(
  deps: Deps,
  who: Who,
  { division, words }: { division: string; words: string },
): Promise<Found> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const isStaff = isStaffOf(grants, division)
  if ((!isStaff && !isSupervisorOf(grants, division)) || !divisions.find(division))
    throw new Problem('not_found')
  const asked = meaningOf(words, dayOf(deps.clock.now()))
  const looksForPerson = isStaff && (asked.phone !== null || asked.words !== null)
  if (looksForPerson) await countLook(deps, who.accountId)
  const reader = { accountId: who.accountId, badge: badgeFor(grants, division), division }
  const [numbered, called, named, rooms] = await Promise.all([
    asked.number === null ? [] : casesByNumber(deps, reader, asked.number),
    looksForPerson && asked.phone !== null ? casesByPhone(deps, reader, asked.phone) : [],
    looksForPerson && asked.words !== null ? casesByName(deps, reader, asked.words) : [],
    asked.words === null ? [] : roomsNamed(deps, { division, words: asked.words }),
  ])
  const groups: [FoundBy, readonly CaseSummary[]][] = [
    ['number', numbered],
    ['phone', called],
    ['name', named ?? []],
  ]
  return {
    found: groups.filter(([, cases]) => cases.length > 0).map(([by, cases]) => ({ by, cases: [...cases] })),
    rooms,
    day: asked.day,
    tooWide: named === null,
  }
}

/** A directory of people is not to be had by guessing. */
const countLook = ({ rates }: Deps, accountId: string): Promise<void> =>
  rates.within(deskLooks.map((limit) => [limit, accountId]))
