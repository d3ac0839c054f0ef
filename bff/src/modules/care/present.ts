/** Rows of the care day as the contract shows them; what is sealed is opened here, for whom it was justified. */
import type { CareChild, CareDayOfChild, CareSession } from '@linli/contracts/care'
import type { FieldCipher } from '../../platform/crypto'
import type { CareFacts, DoorShown } from '../children/service'
import type { Settings } from '../divisions/service'
import type { ChildDayRow, ChildRecordRow } from './days/child-day-store'
import { isMissing, lateMinutes, type Seen } from './clock-rules'
import type { ChildRow, DutySession } from './days/day-store'
import type { DoorDetail } from './pick-up/pickup-rules'

const iso = (at: string | Date): string => new Date(at).toISOString()

export const careSessionOf = (duty: DutySession, children: CareChild[]): CareSession => ({
  id: duty.id,
  programmeId: duty.programmeId,
  programmeName: duty.programmeName,
  place: duty.place,
  startsAt: iso(duty.startsAt),
  endsAt: iso(duty.endsAt),
  classNo: duty.classNo,
  leader: duty.leader,
  children,
})

/** How long a division waits for a child that does not come, and for whoever does not fetch one. */
export type Patience = Pick<Settings, 'care_missing_minutes' | 'care_late_minutes'>

/** The clock at the moment of reading. */
export interface Reading {
  now: Date
  patience: Patience
}

const byClock = (seen: Seen, { now, patience }: Reading) => ({
  missing: isMissing(seen, patience.care_missing_minutes, now),
  lateMinutes: lateMinutes(seen, patience.care_late_minutes, now),
})

/** Of a child that was erased while it was there: it is handed over by the leader, after a call. */
export const erasedFacts = {
  name: '信息已删除的孩子',
  allergies: null,
  medication: null,
  guardians: [],
  emergencyContacts: [],
  pickupPeople: [],
  barredPeople: [],
  delegate: null,
} satisfies Partial<CareFacts>

const frozenFacts = (nickname: string): typeof erasedFacts => ({
  ...erasedFacts,
  name: `${nickname}（信息暂停查看，请联系家长）`,
})

/**
 * Nobody reads a frozen child: the carer sees that there is one, what it is called in lists, and that nothing else is
 * shown; once it is marked as there, its people and notes are, until it is handed over.
 * @returns undefined for a child that was erased, unless it is still there
 */
export function careChildOf(
  cipher: FieldCipher,
  { row, duty, facts: known }: { row: ChildRow; duty: DutySession; facts: CareFacts | undefined },
  reading: Reading,
): CareChild | undefined {
  const { release } = row
  if (!known && !row.frozen && (row.mark !== 'present' || release)) return undefined
  const facts = known ?? (row.frozen ? frozenFacts(row.nickname) : erasedFacts)
  return {
    childId: row.childId,
    caseId: row.caseId,
    name: facts.name,
    classNo: row.classNo,
    mark: release ? 'released' : (row.mark ?? 'expected'),
    markedAt: release ? iso(release.at) : row.markedAt && iso(row.markedAt),
    markId: row.markId,
    differ: row.differ && {
      id: row.differ.id,
      marks: row.differ.marks.map(({ kind, by, at }) => ({ kind, by: by ?? '', at: iso(at) })),
    },
    absenceReported: row.absenceReported,
    ...byClock({ ...row, ...timesOf(duty), released: release !== null }, reading),
    allergies: facts.allergies,
    medication: facts.medication,
    ...writtenOf(cipher, known ? row.notes : []),
    guardians: facts.guardians.map(({ accountId: _, ...guardian }) => guardian),
    emergencyContacts: facts.emergencyContacts,
    pickupPeople: facts.pickupPeople.map(({ id, name, relation }) => ({ id, name, relation })),
    barredPeople: facts.barredPeople,
    delegate: facts.delegate && { name: facts.delegate.name, relation: facts.delegate.relation },
    release: release && releaseOf(cipher, release),
  }
}

/** Words about the child of today: those about its health must not be overlooked and stand apart. */
function writtenOf(cipher: FieldCipher, notes: ChildRow['notes']): Pick<CareChild, 'healthNotes' | 'notes'> {
  const said = notes.map(({ kind, recordId, at, by, detailEnc }) => ({
    kind,
    at: iso(at),
    by: by ?? '',
    text: textOf(cipher, recordId, detailEnc),
  }))
  return {
    healthNotes: said.flatMap(({ kind, ...note }) => (kind === 'health' ? [note] : [])),
    notes: said.flatMap(({ kind, ...note }) => (kind === 'health' ? [] : [{ kind, ...note }])),
  }
}

const timesOf = ({ startsAt, endsAt }: DutySession) => ({ startsAt, endsAt })

function releaseOf(
  cipher: FieldCipher,
  { recordId, at, method, by, detailEnc }: NonNullable<ChildRow['release']>,
): CareChild['release'] {
  const { person = '', relation = null } = doorOf(cipher, recordId, detailEnc)
  return { recordId, at: iso(at), person, relation, method, by: by ?? '' }
}

/** Words and names that were erased by their time leave the record without them. */
export const doorOf = (cipher: FieldCipher, recordId: string, sealed: string | null): DoorDetail =>
  sealed === null
    ? {}
    : (JSON.parse(cipher.decrypt('care_details.detail_enc', recordId, sealed)) as DoorDetail)

export const textOf = (cipher: FieldCipher, recordId: string, sealed: string): string =>
  (JSON.parse(cipher.decrypt('care_details.detail_enc', recordId, sealed)) as { text: string }).text

/** Nobody looks for a child whose place was given back. */
export function dayOfChild(
  cipher: FieldCipher,
  row: ChildDayRow,
  { hidesDoor, sees, ...reading }: Reading & { hidesDoor: boolean; sees: DoorShown },
): CareDayOfChild {
  const released = row.records.some((r) => r.kind === 'released')
  return {
    sessionId: row.sessionId,
    caseId: row.caseId,
    programmeName: row.programmeName,
    place: row.place,
    communityPhone: row.communityPhone,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    mark: released ? 'released' : (row.mark ?? 'expected'),
    absenceReported: row.absenceReported,
    ...(row.hasPlace ? byClock({ ...row, released }, reading) : { missing: false, lateMinutes: null }),
    canReportAbsence: reading.now < row.startsAt && row.hasPlace,
    records: row.records
      .filter((r) => !hidesDoor || !['refused', 'barred_seen'].includes(r.kind))
      .map((r) => recordOf(cipher, r, sees)),
  }
}

const worded: readonly string[] = ['health', 'incident', 'annotation']

/** Who was recognised as barred is named to whoever set the bar, and to nobody else. */
function recordOf(
  cipher: FieldCipher,
  r: ChildRecordRow,
  sees: DoorShown,
): CareDayOfChild['records'][number] {
  const isWorded = worded.includes(r.kind)
  const door = isWorded ? {} : doorOf(cipher, r.id, r.detailEnc)
  const { person = null, relation = null } = sees(r, door.person) ? door : {}
  return {
    id: r.id,
    at: iso(r.at),
    kind: r.kind,
    by: r.by,
    text: isWorded && r.detailEnc ? textOf(cipher, r.id, r.detailEnc) : null,
    person,
    relation,
    method: r.method,
  }
}
