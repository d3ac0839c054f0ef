/** Cases as the contract shows them: a list never carries a tagged field, a supervisor never a word anybody wrote. */
import { type CaseDetail, type CaseSummary, openStates } from '@linli/contracts/cases'
import { type CaseEvent } from '@linli/contracts/case-base'
import type { FieldCipher } from '../../platform/crypto'
import type { Directory } from '../divisions/service'
import { eraseRefused, mayDecide, mayRate, type Reader } from './policy'
import { actionsOpen, isOverdue, isRatable, stateNow, undoUntil } from './rules'
import type { BookingPart, CaseDetailRow, CaseRow, EnrolmentPart, EventRow } from './store'

/** @param asParty only they see what a child is called */
export function summaryOf(row: CaseRow, divisions: Directory, now: Date, asParty: boolean): CaseSummary {
  const state = stateNow(row, now)
  const period = { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }
  return {
    id: row.id,
    number: row.number,
    type: row.type,
    state,
    community: row.community,
    communityName: divisions.find(row.community)?.name ?? '',
    waitingFor: row.waitingFor,
    dueAt: row.dueAt?.toISOString() ?? null,
    overdue: isOverdue(row, now),
    escalated: row.escalatedAt !== null,
    createdAt: row.createdAt.toISOString(),
    heldUntil: state === 'held' && row.heldUntil ? row.heldUntil.toISOString() : null,
    booking: row.booking && bookingOf(row.booking, period),
    enrolment: row.enrolment && enrolmentOf(row.enrolment, period.startsAt, asParty),
    followUp: row.followUp && {
      ratedId: row.followUp.ratedId,
      title: row.followUp.title,
      grade: row.followUp.grade,
    },
  }
}

const bookingOf = (
  { roomId, roomName, facilityName, purpose, attendees }: BookingPart,
  period: { startsAt: string; endsAt: string },
) => ({ roomId, roomName, facilityName, ...period, purpose, attendees })

const enrolmentOf = (
  { programmeId, programmeName, childId, nickname, startsOn, endsOn, drawNumber }: EnrolmentPart,
  startsAt: string,
  asParty: boolean,
) => ({
  programmeId,
  programmeName,
  childId,
  nickname: asParty ? nickname : null,
  startsOn,
  endsOn,
  startsAt,
  drawNumber,
})

export interface Reading {
  reader: Reader
  accountId: string
  now: Date
}

export function detailOf(
  row: CaseDetailRow,
  { reader, accountId, now }: Reading,
  { divisions, cipher }: { divisions: Directory; cipher: FieldCipher },
): CaseDetail {
  const side = reader === 'party' ? 'party' : 'staff'
  const acts = reader === 'party' ? mayDecide(row, accountId) : reader === 'staff'
  const can = acts ? actionsOpen(row, side, now, accountId) : []
  const words = reader !== 'supervisor'
  return {
    ...summaryOf(row, divisions, now, reader === 'party'),
    readAs: side,
    timeline: row.events.map((event) => ({
      ...eventOf(event, words),
      canErase: event.note !== null && eraseRefused(reader, wordsOf(event, accountId)) === undefined,
    })),
    can,
    canReadContact: reader === 'staff' && isContactJustified(row, now),
    undoUntil: can.includes('undo') && row.decidedAt ? undoUntil(row.decidedAt).toISOString() : null,
    note: words ? row.note : null,
    bufferMinutes: row.bufferMinutes,
    address: row.address,
    keeper: row.state === 'confirmed' && words ? keeperOf(row, cipher) : null,
    communityPhone: row.communityPhone,
    rating: mayRate(row, accountId) ? rightOf(row, now) : null,
  }
}

function rightOf({ right, state }: CaseDetailRow, now: Date): CaseDetail['rating'] {
  if (!right) return null
  const [finishedAt, until] = [new Date(right.finishedAt), new Date(right.until)]
  return {
    until: until.toISOString(),
    rated: right.rated,
    open: !right.rated && isRatable({ finishedAt, until }, state, now),
  }
}

/** An open case is the reason to call somebody; a closed one is not, nor one that is over by the clock. */
export const isContactJustified = (row: CaseRow, now: Date): boolean =>
  openStates.includes(stateNow(row, now)) && contactIdOf(row) !== undefined

/** Whom staff call: of a child a guardian of today, one whom they know before one whom they do not, then the first. */
export const contactIdOf = (row: CaseRow): string | undefined =>
  row.type === 'enrolment' ? row.decidingIds[0] : row.subjectId

/** Who opens the door is published on the confirmation (docs/product.md › Rooms), so reading it leaves no record. */
function keeperOf(row: CaseDetailRow, cipher: FieldCipher): CaseDetail['keeper'] {
  if (!row.facilityId || !row.keeperNameEnc || !row.keeperPhoneEnc) return null
  return {
    name: cipher.decrypt('facilities.keeper_name_enc', row.facilityId, row.keeperNameEnc),
    phone: cipher.decrypt('facilities.keeper_phone_enc', row.facilityId, row.keeperPhoneEnc),
  }
}

const wordsOf = ({ side, actor_id: actorId }: EventRow, accountId: string) => ({
  side,
  own: actorId === accountId,
})

const eventOf = (e: EventRow, words: boolean): CaseEvent => ({
  at: new Date(e.at).toISOString(),
  action: e.action,
  from: e.from_state,
  to: e.to_state,
  side: e.side,
  by: e.actor_name,
  note: words ? e.note : null,
  alternativeRoomId: e.alternative_room_id,
})
