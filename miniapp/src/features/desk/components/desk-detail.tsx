import { useNow } from '../../../shared/use-now'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { useDeskCase } from '../api'
import { deskText } from '../text'
import { CaseBody } from './case-body'
import { Decide } from './decide'

/** The right half of a wide desk. */
export function DeskDetail({ id }: { id: string | null }) {
  if (id === null) return <Blank icon="desk" title={deskText.pick} help={deskText.pickHelp} />
  return <Shown key={id} id={id} />
}

function Shown({ id }: { id: string }) {
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
          <Decide one={query.data} />
        </Box>
      )}
    </>
  )
}
