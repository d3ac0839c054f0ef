import * as boardContract from '@linli/contracts/board'
import { exportBookings as exportContract } from '@linli/contracts/booking-export'
import * as deskContract from '@linli/contracts/booking-desk'
import { readBookingCalendar as calendarContract } from '@linli/contracts/booking-calendar'
import * as seriesContract from '@linli/contracts/booking-series'
import * as contract from '@linli/contracts/bookings'
import * as arriving from '@linli/contracts/check-in'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Events, type Mount } from '../../http/mount'
import type { Idempotency } from '../../platform/idempotency'
import { readCursor, readPlace, writeCursor, writePlace } from '../../platform/cursor'
import type { RoomOrder } from '../rooms/service'
import { confirmBookings } from './at-once'
import { readBookingCalendar } from './calendar'
import { checkInAtDoor } from './check-in'
import { readBoard, readBoardWeek } from './board'
import { watchBoard } from './board-live'
import { decide, type Decision } from './decisions'
import { listDeskBookings, readBookingHistory } from './list'
import { exportBookings } from './export'
import { fileBooking } from './file'
import { reschedule } from './reschedule'
import { cancelSeries, requestSeries } from './series'
import { checkSeries } from './series-dates'
import { requestBooking } from './service'
import { waitForSlot } from './wait'

export function mountBookings(mount: Mount, deps: Deps): void {
  mount('requestBooking', contract.requestBooking, 'signed_in', ({ body }, { who, idempotency }) =>
    requestBooking(deps, who, idempotency, {
      ...body,
      ...spanOf(body),
      note: body.note ?? null,
      contactName: body.contactName,
    }),
  )
  mount('waitForSlot', contract.waitForSlot, 'signed_in', ({ body }, { who, idempotency }) =>
    waitForSlot(deps, who, idempotency, {
      ...body,
      ...spanOf(body),
      note: body.note ?? null,
      contactName: body.contactName,
      comesFirst: body.mainlyFor !== undefined,
    }),
  )
  mountMore(mount, deps)
  mountSeries(mount, deps)
  mountDecisions(mount, deps)
  mountBoard(mount, deps)
  mountDesk(mount, deps)
}

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

/** For somebody at the counter, and another time. */
function mountMore(mount: Mount, deps: Deps): void {
  mount('fileBooking', contract.fileBooking, 'signed_in', ({ body }, { who, idempotency }) =>
    fileBooking(deps, who, idempotency, {
      ...body,
      ...spanOf(body),
      note: body.note ?? null,
    }),
  )
  mount(
    'rescheduleBooking',
    contract.rescheduleBooking,
    'signed_in',
    ({ params, body }, { who, idempotency }) =>
      reschedule(deps, who, idempotency, {
        id: params.id,
        roomId: body.roomId,
        ...spanOf(body),
        note: body.note ?? null,
      }),
  )
}

function mountSeries(mount: Mount, deps: Deps): void {
  mount('readBookingCalendar', calendarContract, 'signed_in', ({ params }, { who }) =>
    readBookingCalendar(deps, who, params.id),
  )
  mount('checkSeries', seriesContract.checkSeries, 'signed_in', async ({ params, query }, { who }) => ({
    dates: await checkSeries(deps, who, { ...query, ...spanOf(query), roomId: params.id }),
  }))
  mount(
    'requestSeries',
    seriesContract.requestSeries,
    'signed_in',
    async ({ body }, { who, idempotency }) => {
      const instead = body.instead?.map(({ number, startsAt }) => ({ number, startsAt: new Date(startsAt) }))
      const wish = {
        ...{ ...body, ...spanOf(body), note: body.note ?? null, contactName: body.contactName },
        instead: instead ?? [],
      }
      return { bookings: await requestSeries(deps, who, idempotency, wish) }
    },
  )
  mount(
    'cancelSeries',
    seriesContract.cancelSeries,
    'signed_in',
    async ({ params }, { who, idempotency }) => ({
      cancelled: await cancelSeries(deps, who, idempotency, params.id),
    }),
  )
}

interface BoardQuery {
  from?: string | undefined
  days?: number | undefined
  rooms?: string[] | undefined
  cursor?: string | undefined
}

function askedOf({ division }: { division: string }, query: BoardQuery, days: number) {
  const place = readCursor(query.cursor, ['string', 'number', 'uuid']) as [string, number, string] | undefined
  const after: RoomOrder | undefined = place && { community: place[0], position: place[1], id: place[2] }
  return { division, from: query.from, days: query.days ?? days, rooms: query.rooms, after }
}

const withCursor = <Board extends { next: RoomOrder | undefined }>({ next, ...board }: Board) => ({
  ...board,
  next: next ? writeCursor([next.community, next.position, next.id]) : null,
})

function mountBoard(mount: Mount, deps: Deps): void {
  mount('readBoard', boardContract.readBoard, 'signed_in', async ({ params, query }, { who }) =>
    withCursor(await readBoard(deps, who, askedOf(params, query, 1))),
  )
  mount('readBoardWeek', boardContract.readBoardWeek, 'signed_in', async ({ params, query }, { who }) =>
    withCursor(await readBoardWeek(deps, who, askedOf(params, query, boardContract.boardDays))),
  )
  mount(
    'watchBoard',
    boardContract.watchBoard,
    'signed_in',
    async ({ params }, { who }) => new Events(await watchBoard(deps, who, params.division)),
  )
}

function mountDesk(mount: Mount, deps: Deps): void {
  mount(
    'listDeskBookings',
    deskContract.listDeskBookings,
    'signed_in',
    async ({ params, query }, { who }) => {
      const { show = 'upcoming', room = null, day = null, state = null, personOf = null } = query
      const place = readPlace(query.cursor)
      const asked = { division: params.division, show, room, day, state, personOf }
      const { cases, next } = await listDeskBookings(
        deps,
        who,
        asked,
        place && { startsAt: place.at, id: place.id },
      )
      return { cases, next: writePlace(next && { at: next.startsAt, id: next.id }) }
    },
  )
  mount('exportBookings', exportContract, 'signed_in', ({ params, body }, { who }) =>
    exportBookings(deps, who, { ...params, ...body }),
  )
  mount('readBookingHistory', deskContract.readBookingHistory, 'signed_in', ({ params }, { who }) =>
    readBookingHistory(deps, who, params.id),
  )
  mount('confirmBookings', deskContract.confirmBookings, 'signed_in', ({ body }, { who, idempotency }) =>
    confirmBookings(deps, who, idempotency, body.ids),
  )
}

function mountDecisions(mount: Mount, deps: Deps): void {
  const plain =
    (action: Decision['action']) =>
    ({ params }: { params: { id: string } }, { who, idempotency }: { who: Who; idempotency: Idempotency }) =>
      decide(deps, who, idempotency, { id: params.id, action, note: null, alternativeRoomId: null })
  const worded =
    (action: Decision['action']) =>
    (
      {
        params,
        body,
      }: {
        params: { id: string }
        body: { note?: string | undefined; alternativeRoomId?: string | undefined }
      },
      { who, idempotency }: { who: Who; idempotency: Idempotency },
    ) =>
      decide(deps, who, idempotency, {
        id: params.id,
        action,
        note: body.note ?? null,
        alternativeRoomId: body.alternativeRoomId ?? null,
      })
  mount('confirmBooking', contract.confirmBooking, 'signed_in', plain('confirm'))
  mount('refuseBooking', contract.refuseBooking, 'signed_in', worded('refuse'))
  mount('undoDecision', contract.undoDecision, 'signed_in', plain('undo'))
  mount('askSubject', contract.askSubject, 'signed_in', worded('ask'))
  mount('supplementBooking', contract.supplementBooking, 'signed_in', worded('supplement'))
  mount('cancelBooking', contract.cancelBooking, 'signed_in', worded('cancel'))
  mount('completeBooking', contract.completeBooking, 'signed_in', plain('complete'))
  mount('checkInAtDoor', arriving.checkInAtDoor, 'signed_in', ({ body }, { who }) =>
    checkInAtDoor(deps, who, body.code),
  )
  mount('checkInBooking', arriving.checkInBooking, 'signed_in', plain('check_in'))
  mount('uncheckBooking', arriving.uncheckBooking, 'signed_in', plain('uncheck'))
  mount('releaseBooking', arriving.releaseBooking, 'signed_in', plain('release'))
  mount('regainBooking', arriving.regainBooking, 'signed_in', plain('regain'))
}
