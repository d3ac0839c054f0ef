import type { CareChild } from '@linli/contracts/care'
import { useSignal } from '../../../shared/app-state/signal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { frameText } from '../../../shared/words/frame-text'
import type { CareBoard } from '../care-board'
import { careText, handText, refusalWords } from '../text'
import type { Handover, HandoverEnded } from '../use-handover'
import { clockAt } from '../words'
import { CallList } from './call-list'

interface Props {
  board: CareBoard
  child: CareChild
  carer: string
  end: HandoverEnded
  hand: Handover
  onClose: () => void
}

/** What became of a hand-over, and what to do now. */
export function HandoverEnd({ board, child, carer, end, hand, onClose }: Props) {
  const { fate } = end
  const person = end.person === '' ? careText.unnamed.code : end.person
  const known = (then: () => void) => () => {
    if (end.refusal !== null || fate === 'refused') hand.known()
    then()
  }
  if (fate === 'calm') return <Calm board={board} onClose={known(onClose)} />
  if (fate === 'kept' || (fate === 'waiting' && !end.byCode)) {
    const at = clockAt(end.when)
    const words = fate === 'kept' ? handText.done(person, at, carer) : handText.notedOffline(person, at)
    return (
      <>
        <Box as="p" className="title" role="status">
          {words}
        </Box>
        <Button onTap={onClose}>{handText.finish}</Button>
      </>
    )
  }
  return (
    <>
      <Box className="notice-box" role="alert">
        <Box className="strong">{handText.refused}</Box>
        <Box>{whyNot(end)}</Box>
      </Box>
      <CallList child={child} />
      <Button onTap={known(hand.back)}>{handText.another}</Button>
    </>
  )
}

function whyNot({ fate, refusal, sentence }: HandoverEnded): string {
  if (fate === 'dropped') return handText.codeOffline
  if (fate === 'waiting') return handText.codeUnknown
  return refusal === null ? (sentence ?? careText.notKeptWhy) : refusalWords[refusal]
}

/** The alert is on its way; whoever stands there sees nothing but a quiet sentence. */
function Calm({ board, onClose }: { board: CareBoard; onClose: () => void }) {
  const phone = usePhone(null)
  const reached = useSignal(board.reached)
  return (
    <>
      <Box as="p" className="title" role="status">
        {handText.wait}
      </Box>
      {!reached && <Box as="p">{handText.waitOffline}</Box>}
      <Button look="ghost" onTap={() => dial(phone)}>
        {frameText.call}
      </Button>
      <Button look="plain" onTap={onClose}>
        {handText.finish}
      </Button>
    </>
  )
}
