import { type File, listFiles } from '@linli/contracts/files'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSignal } from '../app-state/signal'
import { online } from '../device/network'
import { call } from '../http/call'
import { ProblemError } from '../http/problem'
import { begun, type Entry, goneFrom, type Keep, shownOf, without } from './entries'
import { handIn, takeBack } from './hand-in'
import type { Picked } from './picked'

/**
 * Files that wait to be sent with something. The draft keeps their ids, so that they are there again after a reload, and
 * without a network, too; what was on its way then has to be chosen again.
 * @param ids of the draft @param keep changes them
 */
export function useFiles(purpose: string, ids: readonly string[], keep: Keep) {
  const { going, change, put } = useGoing()
  const { known, know, lost, ask } = useKnown(ids, keep)
  const chain = useRef(Promise.resolve())
  const hand = async ({ key, picked }: Entry) => {
    if (picked === null || !going.current.some((one) => one.key === key)) return
    const onProgress = (percent: number) => put(key, { percent })
    const end = await handIn(picked, { purpose, key, onProgress }, keep)
    if (end instanceof ProblemError) return put(key, { problem: end })
    change(going.current.filter((one) => one.key !== key))
    if (end !== null) know(end)
  }
  const send = (entry: Entry) => {
    if (entry.picked === null) return ask()
    put(entry.key, { problem: null, percent: 0 })
    chain.current = chain.current.then(() => hand(entry))
  }
  const add = (chosen: readonly Picked[]) => {
    const fresh = chosen.map(begun)
    change([...going.current, ...fresh])
    fresh.forEach(send)
  }
  const remove = ({ key, picked }: Entry) => {
    if (picked !== null) return change(going.current.filter((one) => one.key !== key))
    keep(without([key]))
    takeBack(key)
  }
  return { entries: shownOf(ids, known, going.shown), lost, add, retry: send, remove }
}

/** What is on its way, or failed. */
function useGoing() {
  const [shown, setShown] = useState<Entry[]>([])
  const current = useRef(shown)
  const change = (next: Entry[]) => {
    current.current = next
    setShown(next)
  }
  const put = (key: string, part: Partial<Entry>) =>
    change(current.current.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return {
    going: {
      shown,
      get current() {
        return current.current
      },
    },
    change,
    put,
  }
}

/**
 * What the service has of the draft's pictures: asked as long as that is not known, and whenever the network is back.
 * Only what an answer does not name has gone.
 */
function useKnown(ids: readonly string[], keep: Keep) {
  const [known, setKnown] = useState<ReadonlyMap<string, File>>(new Map())
  const [lost, setLost] = useState(false)
  const connected = useSignal(online)
  const asked = ids.filter((id) => !known.has(id))
  const now = useRef(asked)
  now.current = asked
  const know = useCallback(
    (...files: File[]) =>
      setKnown((before) => new Map([...before, ...files.map((one) => [one.id, one] as const)])),
    [],
  )
  const ask = useCallback(() => {
    const wanted = now.current
    void call(listFiles, {}).then(
      (answer) => {
        const gone = goneFrom(wanted, answer)
        know(...answer.files)
        if (gone.length > 0 && keep(without(gone))) setLost(true)
      },
      () => undefined,
    )
  }, [keep, know])
  const unknown = asked.length > 0
  useEffect(() => {
    if (unknown && connected) ask()
  }, [unknown, connected, ask])
  return { known, know, lost, ask }
}
