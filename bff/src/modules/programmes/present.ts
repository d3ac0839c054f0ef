/** Programmes as the contract shows them: the same for everybody, but for what staff manage. */
import type { Programme, ProgrammeSummary } from '@linli/contracts/programmes'
import { addDays, dayOf } from '../../platform/shanghai'
import { phaseOf, placesLeft } from './plan/phase'
import type { Plan } from './plan/rules'
import type { ProgrammeRow } from './row'
import type { Figures } from './store'

/** The last day on which a freed place goes to the line; the row keeps that day's end. */
const refillDay = (row: ProgrammeRow): string => addDays(dayOf(row.refillUntil), -1)

export const summaryOf = (row: ProgrammeRow, communityName: string, now: Date): ProgrammeSummary => ({
  id: row.id,
  community: row.community,
  communityName,
  kind: row.kind,
  name: row.name,
  place: row.place,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  weekly: row.weekly,
  ages: row.ages,
  grades: row.grades,
  opensAt: row.opensAt.toISOString(),
  closesAt: row.closesAt.toISOString(),
  mode: row.mode,
  phase: phaseOf(row, now),
  capacity: row.capacity,
  placesLeft: placesLeft(row),
  // A line that has ended is empty, though nobody has written it down yet.
  waiting: now < row.refillUntil ? row.waiting : 0,
})

export interface Beside {
  communityName: string
  communityPhone: string | null
  now: Date
  canManage: boolean
  figures: Programme['figures']
}

export const programmeOf = (row: ProgrammeRow, beside: Beside): Programme => ({
  ...summaryOf(row, beside.communityName, beside.now),
  state: row.state,
  about: row.about,
  skips: row.skips,
  classes: row.classes,
  priority: row.priority,
  refillUntil: refillDay(row),
  draw:
    row.mode === 'draw' && row.seedCommitment
      ? { commitment: row.seedCommitment, listHash: row.listHash, seed: row.seed }
      : null,
  communityPhone: beside.communityPhone,
  now: beside.now.toISOString(),
  canManage: beside.canManage,
  figures: beside.figures,
})

/** Before anybody has a place the carers are planned for all of them. */
export const figuresOf = (
  figures: Figures,
  capacity: number,
  childrenPerCarer: number,
): NonNullable<Programme['figures']> => ({
  ...figures,
  carersNeeded: Math.ceil((figures.confirmed + figures.held || capacity) / childrenPerCarer),
})

export const planOf = (row: ProgrammeRow): Plan => ({ ...row, refillUntil: refillDay(row) })
