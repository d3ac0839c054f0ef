/** What a programme's line gives out: places, counted in the programme's row, of which there is never one too many. */
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import { type Line, type LineResource, settleAfter } from '../../line/service'
import { freePlaces, giveBack, nextSession, takePlaces } from './place-store'
import { forgetProgramme } from '../service'

const idOf = ({ programmeId }: Line): string => programmeId ?? ''

export const programmeLine: LineResource = {
  kind: 'programme',
  free: (tx, line) => freePlaces(tx, idOf(line)),
  take: (_deps, tx, line, entries) => takePlaces(tx, idOf(line), entries.length),
  release: (tx, line, entries, at) => release(tx, line, entries.length, at),
  /** Of a programme that has begun, its next session: `until` says for how long places still go to the line. */
  startOf: (tx, line, _entry, at) => nextSession(tx, idOf(line), at),
  changed: (deps: Deps, line) => forgetProgramme(deps, idOf(line), line.community),
}

/**
 * Gives places back. Who joins does not take the line's lock, so somebody may join between the look through the line and
 * the end of this transaction: the job looks once more after it, and no place is lost.
 */
export async function release(
  tx: Tx,
  line: Pick<Line, 'id' | 'programmeId'>,
  places: number,
  at: Date,
): Promise<void> {
  await giveBack(tx, line.programmeId ?? '', places)
  await settleAfter(tx, line.id, at)
}
