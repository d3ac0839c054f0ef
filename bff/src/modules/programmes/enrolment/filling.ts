/** What is done once more after a commit, because somebody may have been in the same moment. Both may run often. */
import type { Deps } from '../../../deps'
import { lockLine, settleNow } from '../../line/service'
import { placeInClasses } from '../roster/classes'
import { programmeLine } from './line'
import { isPlaceMissed } from './place-store'
import { takeOut } from '../roster/roster-store'
import type { ProgrammeRow } from '../row'

type Filled = Pick<ProgrammeRow, 'id' | 'lineId'>

/** Offers what is free to the line. */
export async function fillLine(deps: Deps, { lineId }: Filled): Promise<void> {
  if (lineId) await settleNow(deps, programmeLine, lineId)
}

/** After places were given back: whoever joined the line in that moment is not forgotten. */
export async function fillIfMissed(deps: Deps, programme: Filled): Promise<void> {
  if (await isPlaceMissed(deps.db, programme.id)) await fillLine(deps, programme)
}

/** A class for everybody with a place who has none yet, and another one for those named. */
export async function fillClasses(
  deps: Deps,
  { id, lineId }: Filled,
  anew: readonly string[] = [],
): Promise<void> {
  if (!lineId) return
  await deps.db.transaction(async (tx) => {
    await lockLine(tx, lineId)
    await takeOut(tx, anew)
    await placeInClasses(tx, id)
  })
}
