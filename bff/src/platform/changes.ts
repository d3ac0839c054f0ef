/**
 * What the database tells while it happens (`LISTEN`), by whichever process it was written. One connection of this process,
 * made when somebody first listens; where it was lost, everybody is told that something may have been missed.
 */
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log'

/** @param told what was told; null: anything may have happened */
export type Listener = (told: string | null) => void

export interface Changes {
  /** @returns ends it */
  hear(listener: Listener): () => void
  close(): void
}

const channel = 'room_changed'
const pauses = [100, 500, 1_000, 2_000, 5_000] as const
/** A connection that is gone without a word is found out by asking. */
const askEveryMs = 15_000
const answerMs = 5_000

export function openChanges(url: string, log: Log): Changes {
  const listeners = new Set<Listener>()
  const closing = new AbortController()
  let listening = false
  let current: pg.Client | undefined
  const tell: Listener = (told) => {
    for (const listener of listeners) listener(told)
  }
  async function listen(): Promise<void> {
    for (let tries = 0; !closing.signal.aborted; tries++) {
      current = new pg.Client({
        connectionString: url,
        keepAlive: true,
        connectionTimeoutMillis: answerMs,
        query_timeout: answerMs,
      })
      try {
        await whileOpen(current, closing.signal, tell, () => (tries = 0))
      } catch (err) {
        if (!closing.signal.aborted) log.warn({ err }, 'not hearing of changes: trying again')
      }
      void current.end().catch(() => {})
      const pause = pauses[Math.min(tries, pauses.length - 1)] ?? 0
      await wait(pause, undefined, { signal: closing.signal }).catch(() => {})
    }
  }
  return {
    hear(listener) {
      listeners.add(listener)
      if (!listening) void listen()
      listening = true
      return () => void listeners.delete(listener)
    },
    close() {
      closing.abort()
      void current?.end().catch(() => {})
    },
  }
}

/** Connects and tells, until the connection is lost. */
async function whileOpen(
  client: pg.Client,
  closing: AbortSignal,
  tell: Listener,
  connected: () => void,
): Promise<void> {
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  client.on('notification', ({ payload }) => tell(payload ?? null))
  await client.connect()
  await client.query(`LISTEN ${channel}`)
  connected()
  tell(null)
  const over = new AbortController()
  try {
    await Promise.race([lost, asked(client, AbortSignal.any([closing, over.signal]))])
  } finally {
    over.abort()
  }
}

/** @throws Error when there is no answer any more */
async function asked(client: pg.Client, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await wait(askEveryMs, undefined, { signal: over, ref: false }).catch(() => {})
    if (!over.aborted) await client.query('SELECT 1')
  }
}
