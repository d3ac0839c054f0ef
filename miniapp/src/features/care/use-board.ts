import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { whenSessionEnds } from '../../shared/session/session'
import { useSignal } from '../../shared/app-state/signal'
import { CareBoard } from './care-board'
import { accountLink } from './care-link'
import { shownDay } from './records'

/** Other carers write too: so often the list is read anew while it is looked at. */
const readEveryMs = 60_000
/** The next list of today is read so soon after it opens. */
const openedMs = 1_000

let own: { accountId: string; board: CareBoard } | null = null
whenSessionEnds(() => {
  own?.board.close()
  own = null
})

/** The board of whoever is signed in with their account; it outlives the page. */
export function boardOf(accountId: string): CareBoard {
  if (own?.accountId !== accountId) {
    own?.board.close()
    own = { accountId, board: new CareBoard(accountLink(accountId)) }
  }
  return own.board
}

/** Follows a board: the list with everything that is on its way, and how things stand. */
export function useBoard(board: CareBoard) {
  const answered = useSignal(board.day)
  const queue = useSignal(board.queue.items)
  const reached = useSignal(board.reached)
  const trouble = useSignal(board.trouble)
  const notSent = useSignal(board.notSent)
  useEffect(() => {
    void board.show()
    const timer = setInterval(() => void board.renew(), readEveryMs)
    return () => clearInterval(timer)
  }, [board])
  useDidShow(() => void board.show())
  const nextAt = answered?.day.nextAt ?? null
  useEffect(() => {
    const wait = nextAt === null ? 0 : Date.parse(nextAt) - Date.now()
    if (wait <= 0) return
    const timer = setTimeout(() => void board.renew(), wait + openedMs)
    return () => clearTimeout(timer)
  }, [board, nextAt])
  const day = answered === null ? null : shownDay(answered.day, queue)
  return { day, at: answered?.at ?? null, queue, reached, trouble, notSent }
}
