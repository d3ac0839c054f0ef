import { useShortcuts } from '../../../shared/staff/shortcuts'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { useDeskCase } from '../api'
import { deskText } from '../text'
import { CaseBody } from './case-body'
import { DecideCase as Decide } from '../../../shared/cases/decide-case'

interface Props {
  id: string | null
  /** Do single keys mean this case? Not while another one is marked in the list. */
  keys: boolean
}

/** The right half of a wide desk. */
export function DeskDetail({ id, keys }: Props) {
  const help = useShortcuts() ? { help: deskText.pickHelp } : {}
  if (id === null) return <Blank picture="room" title={deskText.pick} {...help} />
  return <Shown key={id} id={id} keys={keys} />
}

function Shown({ id, keys }: { id: string; keys: boolean }) {
  const now = useNow()
  const query = useDeskCase(id)
  return (
    <>
      <Box className="desk__case">
        <Answered query={query} blocks={[140, 120, 160]}>
          {(one) => <CaseBody one={one} now={now} />}
        </Answered>
      </Box>
      {query.data !== undefined && (
        <Box className="desk__bar">
          <Decide one={query.data} keys={keys} />
        </Box>
      )}
    </>
  )
}
