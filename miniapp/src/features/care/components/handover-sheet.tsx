import type { CareChild, CareSession } from '@linli/contracts/care'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import type { CareBoard } from '../care-board'
import { handText } from '../text'
import { useHandover } from '../use-handover'
import { choiceName } from '../words'
import { CodeStep } from './code-step'
import { HandoverEnd } from './handover-end'
import { LookStep } from './look-step'
import { OverrideStep } from './override-step'
import { UnverifiedStep } from './unverified-step'
import { WhoStep } from './who-step'

interface Props {
  board: CareBoard
  session: CareSession
  child: CareChild
  carer: string
  onClose: () => void
}

/** Hands a child over: who comes, how that is known, and what was written. */
export function HandoverSheet({ board, session, child, carer, onClose }: Props) {
  const hand = useHandover(board, session, child)
  const { step } = hand
  return (
    <Sheet title={handText.who(child.name)} onClose={onClose}>
      {step.at === 'who' && <WhoStep child={child} leader={session.leader} hand={hand} />}
      {step.at === 'sure' && (
        <>
          <Box as="p" className="title">
            {handText.sure(child.name, choiceName(step.person))}
          </Box>
          <Box as="p">{handText.sureHelp}</Box>
          <Button onTap={() => hand.releaseTo(step.person)}>{handText.yes}</Button>
          <Button look="plain" onTap={hand.back}>
            {handText.no}
          </Button>
        </>
      )}
      {step.at === 'apart' && (
        <>
          <Box as="p" className="title">
            {handText.sureApart(choiceName(step.person))}
          </Box>
          <Box as="p">{handText.sureApartHelp}</Box>
          <Button onTap={() => hand.raise(step.barredAs)}>{handText.yesApart}</Button>
          <Button look="plain" onTap={hand.back}>
            {handText.no}
          </Button>
        </>
      )}
      {step.at === 'code' && <CodeStep hand={hand} />}
      {step.at === 'unverified' && <UnverifiedStep child={child} hand={hand} />}
      {step.at === 'override' && <OverrideStep child={child} person={step.person} hand={hand} />}
      {step.at === 'look' && <LookStep look={step} hand={hand} />}
      {step.at === 'asking' && (
        <Box role="status" className="title">
          {handText.checking}
        </Box>
      )}
      {step.at === 'end' && (
        <HandoverEnd board={board} child={child} carer={carer} end={step} hand={hand} onClose={onClose} />
      )}
    </Sheet>
  )
}
