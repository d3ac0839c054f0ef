type Listener = () => void

class Signal {
  aborted = false
  reason: unknown = undefined
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener)
  }
  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener)
  }
  abort(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
  }
}

/** The part of the web's AbortController that react-query needs; mini-programs have none (see config/index.ts). */
export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')) {
    this.signal.abort(reason)
  }
}
