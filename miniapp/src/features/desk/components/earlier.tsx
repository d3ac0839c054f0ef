import type { Endpoint } from '@linli/contracts/endpoint'
import { useWrite } from '../../../shared/http/use-write'
import { useKeys } from '../../../shared/staff/use-keys'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { say } from '../../../shared/ui/page/say'
import { type Decided, forgetDecision, useDecided } from '../../../shared/cases/decided'
import { staffText } from '../../../shared/staff/staff-text'
import { deskText } from '../text'

interface Props {
  /** The case that is open, whose own bar stands there already. */
  open: string | null
}

/** More than these are taken back together. */
const oneByOne = 3

/** What was decided in the last seconds of cases that are not open any more; `u` takes back the newest decision of all. */
export function Earlier({ open }: Props) {
  const all = useDecided()
  const others = all.filter(({ id }) => id !== open)
  const [newest] = all
  return (
    <Box role="status" label={deskText.lately}>
      {others.slice(0, oneByOne).map((one) => (
        <Line key={one.id} one={one} left={one.left} isNewest={one.id === newest?.id} />
      ))}
      {newest !== undefined && others.length > oneByOne && <All of={others} endpoint={newest.endpoint} />}
    </Box>
  )
}

function Line({ one, left, isNewest }: { one: Decided; left: number; isNewest: boolean }) {
  const { undo, error, isPending } = useUndo(one.endpoint)
  const takeBack = () => void undo(one.id)
  useKeys(isNewest && !isPending ? { u: takeBack } : {})
  return (
    <>
      <Refusal problem={error} />
      <Box className="undo">
        <Box className="undo__words">{one.words}</Box>
        <Tap className="choice" label={deskText.undoOf(one.words)} disabled={isPending} onTap={takeBack}>
          {staffText.undo}
          <Box as="span" decorative>
            {staffText.secondsLeft(left)}
          </Box>
        </Tap>
      </Box>
    </>
  )
}

function All({ of, endpoint }: { of: readonly Decided[]; endpoint: Endpoint }) {
  const { undo, error, isPending } = useUndo(endpoint)
  const takeBack = async () => {
    for (const { id } of of) await undo(id)
  }
  return (
    <>
      <Refusal problem={error} />
      <Tap className="choice" disabled={isPending} onTap={() => void takeBack()}>
        {deskText.undoAll(of.length)}
      </Tap>
    </>
  )
}

function useUndo(endpoint: Endpoint) {
  const write = useWrite(endpoint)
  return {
    error: write.error,
    isPending: write.isPending,
    async undo(id: string) {
      try {
        await write.mutateAsync({ params: { id }, body: {} })
        forgetDecision(id)
        say(staffText.undone)
      } catch {
        // The refusal is said above.
      }
    },
  }
}
