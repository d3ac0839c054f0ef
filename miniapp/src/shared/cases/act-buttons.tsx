import type { CaseDetail } from '@linli/contracts/cases'
import type { ProblemError } from '../http/problem'
import { useKeys } from '../staff/use-keys'
import { Button } from '../ui/button'
import { say } from '../ui/page/say'
import { ConfirmSheet } from '../ui/sheets/confirm-sheet'
import { NoteSheet } from '../ui/sheets/note-sheet'
import type { Act, PlainAct } from './acts'
import { useCaseWrite } from './use-case-write'

/** What may be done now, of what a service has to offer: the answer's `can` decides. */
export const actsOpen = <A extends Pick<Act, 'action'>>(acts: readonly A[], one: CaseDetail): A[] =>
  acts.filter((act) => one.can.includes(act.action) && (!hasOnly(act) || act.only(one)))

const hasOnly = (act: object): act is { only: (one: CaseDetail) => boolean } => 'only' in act

const isPlain = (act: Act): act is PlainAct => 'endpoint' in act
const asksFirst = (act: Act): boolean => !isPlain(act) || act.confirm !== undefined || act.note !== undefined

interface Props {
  one: CaseDetail
  acts: readonly Act[]
  /** Do single keys mean this case? */
  keys: boolean
  /** Opens what is asked before. */
  onOpen: (action: string) => void
  /** Of what is done at once, where there is no sheet to say it in. */
  onProblem: (problem: ProblemError | null) => void
}

/** One button for each. */
export const ActButtons = ({ one, acts, keys, onOpen, onProblem }: Props) => (
  <>
    {acts.map((act) =>
      isPlain(act) && !asksFirst(act) ? (
        <AtOnce key={act.word} one={one} act={act} keys={keys} onProblem={onProblem} />
      ) : (
        <Asking key={act.word} one={one} act={act} keys={keys} onOpen={onOpen} />
      ),
    )}
  </>
)

function Asking({ one, act, keys, onOpen }: Omit<Props, 'acts' | 'onProblem'> & { act: Act }) {
  const open = () => onOpen(act.action)
  useKeys(keys && act.key !== undefined && !('to' in act) ? { [act.key]: open } : {})
  return (
    <Button look={act.look ?? 'main'} {...('to' in act ? { to: act.to(one) } : { onTap: open })}>
      {act.word}
    </Button>
  )
}

interface AtOnceProps extends Pick<Props, 'one' | 'keys' | 'onProblem'> {
  act: PlainAct
}

function AtOnce({ one, act, keys, onProblem }: AtOnceProps) {
  const { isPending, send } = useCaseWrite(act, one, {
    done: () => act.said !== undefined && say(act.said),
    failed: onProblem,
  })
  const go = () => {
    onProblem(null)
    send()
  }
  useKeys(keys && act.key !== undefined && !isPending ? { [act.key]: go } : {})
  return (
    <Button look={act.look ?? 'main'} busy={isPending} onTap={go}>
      {act.word}
    </Button>
  )
}

interface SheetProps {
  one: CaseDetail
  act: Act
  onClose: () => void
}

/** What is asked before it is done. */
export function ActSheet({ one, act, onClose }: SheetProps) {
  if ('Sheet' in act) return <act.Sheet one={one} onClose={onClose} />
  return isPlain(act) ? <Asked one={one} act={act} onClose={onClose} /> : null
}

function Asked({ one, act, onClose }: SheetProps & { act: PlainAct }) {
  const { said, confirm, note } = act
  const { error, isPending, send } = useCaseWrite(act, one, {
    done() {
      if (said !== undefined) say(said)
      onClose()
    },
  })
  const shared = { problem: error, busy: isPending, onClose }
  if (note !== undefined) return <NoteSheet {...shared} {...note} onSend={(words) => send({ note: words })} />
  return confirm === undefined ? null : <ConfirmSheet {...shared} {...confirm} onYes={() => send()} />
}
