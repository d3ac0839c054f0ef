import type { ProblemError } from '../../../shared/http/problem'
import { useNow } from '../../../shared/time/use-now'
import { agoWords, momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { type CareDay, type Queued, refusedElsewhere, waitingIn } from '../records'
import { careText, recordWord } from '../text'
import { whyNotKept } from '../words'

interface Props {
  day: CareDay | null
  queue: readonly Queued[]
  reached: boolean
  /** When the list was answered. */
  at: number | null
  notSent: ProblemError | null
  onKnown: (id: string) => void
}

/** How many records wait for the network, and those that were not kept and stand at no child of today. */
export function WaitingBar({ day, queue, reached, at, notSent, onKnown }: Props) {
  const now = useNow()
  const waiting = waitingIn(queue).length
  return (
    <>
      <Box className="care__bar" role="status">
        {!reached && <Box className="care-bar">{careText.offline(waiting)}</Box>}
        {!reached && at !== null && <Box className="care-bar">{careText.kept(agoWords(at, now))}</Box>}
        {reached && notSent !== null && waiting > 0 && (
          <Box className="care-bar">{careText.notSent(waiting)}</Box>
        )}
      </Box>
      {reached && <Refusal problem={notSent} />}
      {refusedElsewhere(day, queue).map((one) => (
        <Box key={one.record.id} className="care-bar care-bar--bad" role="alert">
          <Box className="care-bar__words">
            {careText.notKeptAt(
              recordWord[one.record.kind],
              momentWords(one.record.at, now),
              whyNotKept(one),
            )}
          </Box>
          <Tap className="care-bar__known" onTap={() => onKnown(one.record.id)}>
            {careText.known}
          </Tap>
        </Box>
      ))}
    </>
  )
}
