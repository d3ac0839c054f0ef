import type { Endpoint } from '@linli/contracts/endpoint'
import { useEffect, useRef, useState } from 'react'
import { currentSession } from '../session/session'
import { eventsIn } from './event-text'
import { type Input, toRequest } from './request'

const pauses = [500, 1_000, 2_000, 5_000, 15_000]
/** The service beats every fifteen seconds: whoever hears nothing for so long has lost it. */
const silentMs = 40_000

/**
 * Hears what an answer that stays open tells; it is asked for anew whenever it ends. With `fetch`, as an `EventSource` cannot
 * say who asks. A token that is over is renewed by whatever else is asked meanwhile.
 * @returns whether it hears now
 */
export function useEvents<E extends Endpoint>(
  e: E,
  given: Input<E>,
  hear: (name: string, data: unknown) => void,
): boolean {
  const [hears, setHears] = useState(false)
  const { url } = toRequest(e, given)
  const now = useRef(hear)
  now.current = hear
  useEffect(() => {
    if (typeof ReadableStream === 'undefined' || typeof TextDecoder === 'undefined') return
    let over = false
    let [tries, timer, stop] = [0, 0, () => undefined as void]
    const opened = () => {
      tries = 0
      setHears(true)
    }
    const again = () => {
      if (over) return
      setHears(false)
      const pause = pauses[Math.min(tries, pauses.length - 1)] ?? 0
      tries += 1
      timer = window.setTimeout(begin, pause * (0.8 + Math.random() * 0.4))
    }
    function begin() {
      const abort = new AbortController()
      stop = () => abort.abort()
      heard(url, abort, opened, (name, data) => now.current(name, data)).then(again, again)
    }
    begin()
    return () => {
      over = true
      window.clearTimeout(timer)
      stop()
    }
  }, [url])
  return hears
}

/** One connection, until it ends. */
async function heard(
  url: string,
  abort: AbortController,
  opened: () => void,
  hear: (name: string, data: unknown) => void,
) {
  let silence = 0
  const listen = () => {
    window.clearTimeout(silence)
    silence = window.setTimeout(() => abort.abort(), silentMs)
  }
  try {
    listen()
    const headers = { authorization: `Bearer ${currentSession()?.tokens.accessToken ?? ''}` }
    const answer = await fetch(API_ORIGIN + url, { headers, signal: abort.signal })
    if (!answer.ok || answer.body === null) return
    opened()
    const [reader, decoder, take] = [answer.body.getReader(), new TextDecoder(), eventsIn(hear)]
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      listen()
      take(decoder.decode(piece.value, { stream: true }))
    }
  } finally {
    window.clearTimeout(silence)
  }
}
