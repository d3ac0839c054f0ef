import './dock.css'
import type { CaseDetail } from '@linli/contracts/cases'
import { DecideCase } from '../../../shared/cases/decide-case'
import { faceOf } from '../../../shared/cases/faces'
import { pages } from '../../../shared/navigation/pages'
import { useKeys } from '../../../shared/staff/use-keys'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { StateTag } from '../../../shared/ui/tag'
import { useChosen } from '../api'
import { boardText as text } from '../text'

interface Props {
  id: string
  now: number
  /** Null where it cannot be moved here. */
  onMove: (() => void) | null
  onClose: () => void
}

/** What was chosen on the board, at its foot: it covers none of it, and what may be done is done here. */
export function Dock({ id, now, onMove, onClose }: Props) {
  const query = useChosen(id)
  useKeys({ Escape: onClose })
  return (
    <Box className="dock" as="section" label={text.dock}>
      <Answered query={query} blocks={[72]}>
        {(one) => <Shown one={one} now={now} onMove={onMove} />}
      </Answered>
      <Tap className="dock__close" label={text.close} onTap={onClose}>
        <Icon name="close" />
      </Tap>
    </Box>
  )
}

function Shown({ one, now, onMove }: { one: CaseDetail } & Pick<Props, 'now' | 'onMove'>) {
  const face = faceOf(one)
  const { first, second } = face.deskHead(one, now)
  const { dueAt, waitingFor } = one
  const due = dueAt === null || waitingFor === 'nobody' ? null : face.deskDue(one, dueAt, now)
  const mayMove = onMove !== null && one.can.includes('reschedule')
  useKeys(mayMove ? { m: onMove } : {})
  return (
    <>
      <Box className="dock__what" live>
        <StateTag tone={face.tone(one)}>{face.state(one, now, 'staff')}</StateTag>
        <Box className="strong">{first}</Box>
        <Box>{[second, due].filter(Boolean).join(' · ')}</Box>
      </Box>
      <Box className="dock__acts">
        <DecideCase key={one.id} one={one} without={text.movedHere}>
          {mayMove && (
            <Button look="ghost" onTap={onMove}>
              {text.move.button}
            </Button>
          )}
          <Button look="ghost" to={pages.deskCase(one.id)}>
            {text.openAll}
          </Button>
        </DecideCase>
      </Box>
    </>
  )
}
