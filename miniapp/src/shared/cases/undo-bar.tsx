import type { CaseDetail } from '@linli/contracts/cases'
import { useEffect, useState } from 'react'
import type { DeskParts } from './desk-parts'
import { faceOf } from './faces'
import { useCaseWrite } from './use-case-write'
import { wasRefused } from '../http/problem'
import { say } from '../ui/page/say'
import { useKeys } from '../staff/use-keys'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { Refusal } from '../ui/answers/refusal'
import { lastMoment, useDecided } from './decided'
import { staffText } from '../staff/staff-text'

interface Props {
  one: CaseDetail
  undo: NonNullable<DeskParts['undo']>
}

/** The decision stands already; for a few seconds it can be taken back, before the resident is told. */
export function UndoBar({ one, undo: { endpoint, of } }: Props) {
  const until = one.can.includes('undo') ? one.undoUntil : null
  const left = useSecondsLeft(until)
  const undo = useCaseWrite({ endpoint }, one, { done: () => say(staffText.undone) })
  const { isPending, isError, error, reset } = undo
  const decided = of.includes(one.state)
  // Without a clear answer it may be tried again, however late: the answer to that is the service's.
  const offered = decided && (left > 0 || isPending || (isError && !wasRefused(error)))
  const takeBack = () => undo.send()
  // Another one may have been decided since, in the list.
  const newest = useDecided()[0]?.id ?? one.id
  useKeys(offered && !isPending && newest === one.id ? { u: takeBack } : {})
  useEffect(() => {
    // A new decision: what became of taking back the one before is over.
    if (until !== null) reset()
  }, [until, reset])
  return (
    <>
      <Refusal problem={decided ? error : null} />
      {/* Always there, so that a screen reader speaks when the bar comes; the seconds are only drawn. */}
      <Box role="status">
        {offered && (
          <Box className="undo">
            <Box>{`${faceOf(one).state(one, 0, 'staff')}。${staffText.undoHelp}`}</Box>
            <Tap className="choice" disabled={isPending} onTap={takeBack}>
              {staffText.undo}
              {left > 0 && (
                <Box as="span" decorative>
                  {staffText.secondsLeft(left)}
                </Box>
              )}
            </Tap>
          </Box>
        )}
      </Box>
    </>
  )
}

/** Counts down from when the answer came here; 0 where nothing can be taken back. */
function useSecondsLeft(until: string | null): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (until === null) return setLeft(0)
    const end = lastMoment(Date.parse(until), Date.now())
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until])
  return left
}
