/** Somebody who looks at a board: hears of changes, asks for them, connects again when the line breaks. */
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { BoardRoom } from '../../bff/contracts/src/board'
import { eventsIn } from '../../miniapp/src/shared/http/event-text'

export interface Viewer {
  rooms: Map<string, BoardRoom>
  /** How often everything was asked for anew. */
  caughtUp: number
  /** The last status that opening the stream was answered with. */
  status: number
  close(): void
}

interface Looks {
  base(): string
  token: string
  division: string
  day: string
}

const pauseMs = 50

export function watching(looks: Looks): Viewer {
  const closing = new AbortController()
  const viewer: Viewer = { rooms: new Map(), caughtUp: 0, status: 0, close: () => closing.abort() }
  async function ask(ids: readonly string[] | null): Promise<void> {
    const rooms = ids === null ? '' : `&rooms=${ids.join(',')}`
    const url = `${looks.base()}/v1/divisions/${looks.division}/board?from=${looks.day}${rooms}`
    for (;;) {
      const body = await fetch(url, {
        headers: { authorization: `Bearer ${looks.token}` },
        signal: closing.signal,
      })
        .then(async (answer) => (answer.ok ? ((await answer.json()) as { rooms: BoardRoom[] }) : null))
        .catch(() => null)
      if (closing.signal.aborted) return
      if (body !== null) {
        for (const room of body.rooms) viewer.rooms.set(room.id, room)
        if (ids === null) viewer.caughtUp += 1
        return
      }
      await wait(pauseMs)
    }
  }
  void (async () => {
    while (!closing.signal.aborted) {
      await listened(looks, closing.signal, viewer, ask)
      if (viewer.status !== 0 && viewer.status !== 200 && viewer.status !== 503) return
      await wait(pauseMs)
    }
  })()
  return viewer
}

/** One connection, until it is over; what is told is asked for in order. */
function listened(
  { base, token, division }: Looks,
  signal: AbortSignal,
  viewer: Viewer,
  ask: (ids: readonly string[] | null) => Promise<void>,
): Promise<void> {
  let queue = Promise.resolve()
  return new Promise((resolve) => {
    const sent = request(
      `${base()}/v1/divisions/${division}/board/events`,
      { agent: false, headers: { authorization: `Bearer ${token}` }, signal },
      (response) => {
        viewer.status = response.statusCode ?? 0
        const take = eventsIn((name, data) => {
          const { rooms = null } = data as { rooms?: string[] }
          if (name === 'all' || name === 'rooms') queue = queue.then(() => ask(name === 'all' ? null : rooms))
        })
        response.setEncoding('utf8').on('data', take)
        response.on('error', () => {}).on('close', () => resolve())
      },
    )
    sent.on('error', () => resolve())
    sent.end()
  })
}
