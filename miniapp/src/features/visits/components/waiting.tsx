import { agoWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { refusalWord } from '@linli/contracts/visit-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { type Queued, waitingIn } from '../roster'
import { visitsText } from '../text'

interface Props {
  queue: readonly Queued[]
  /** Of an elder, as the visitor's list has it. */
  nameOf: (elderId: string) => string | undefined
  offline: boolean
  /** When the list was answered. */
  at: number | null
  onKnown: (id: string) => void
}

/** How many records wait for the network, how old the list is, and what was not kept. */
export function Waiting({ queue, nameOf, offline, at, onKnown }: Props) {
  const now = useNow()
  const waiting = waitingIn(queue).length
  return (
    <>
      <Box role="status">
        {waiting > 0 && (
          <Box className="visits-bar">
            {offline ? visitsText.waiting(waiting) : visitsText.sending(waiting)}
          </Box>
        )}
        {offline && waiting === 0 && at !== null && (
          <Box className="visits-bar">{visitsText.kept(agoWords(at, now))}</Box>
        )}
      </Box>
      {queue.map(({ visit, refused }) =>
        refused === null ? null : (
          <Box key={visit.id} className="visits-bar visits-bar--bad" role="alert">
            <Box className="visits-bar__words">
              {visitsText.notKept(
                nameOf(visit.elderId) ?? visitsText.somebody,
                refused === 'unfit' ? visitsText.unfit : refusalWord[refused],
              )}
            </Box>
            <Tap className="visits-bar__known" onTap={() => onKnown(visit.id)}>
              {visitsText.known}
            </Tap>
          </Box>
        ),
      )}
    </>
  )
}
