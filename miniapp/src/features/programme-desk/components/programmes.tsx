import type { ProgrammeSummary } from '@linli/contracts/programmes'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import { useNow } from '../../../shared/use-now'
import { Age } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/ui/choice'
import { Failure } from '../../../shared/ui/failure'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { type ProgrammesShown, useProgrammes } from '../api'
import { listText } from '../text'
import { CopySheet } from './copy-sheet'
import { ProgrammeRow } from './programme-row'

interface Props {
  /** One community of the division: the service adds its neighbours. */
  community: string
  /** What is outside of it is somebody else's. */
  division: string
}

const shown: readonly ProgrammesShown[] = ['current', 'all']

/** The programmes of a division, and the ways to a new one. */
export function Programmes({ community, division }: Props) {
  const [show, setShow] = useState<ProgrammesShown>('current')
  const [copying, setCopying] = useState(false)
  const query = useProgrammes(community, show)
  const own = (query.data?.pages ?? [])
    .flatMap((page) => page.programmes)
    .filter((one) => one.community.startsWith(division))
  return (
    <Box className="pd__part">
      <Box className="pd__two">
        <Button to={pages.editProgramme()}>{listText.create}</Button>
        <Button look="ghost" onTap={() => setCopying(true)}>
          {listText.copy}
        </Button>
      </Box>
      <Choice
        label={listText.show}
        options={shown.map((value) => ({ value, word: listText.shown[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      <Rows query={query} own={own} />
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
      {copying && <CopySheet community={community} division={division} onClose={() => setCopying(false)} />}
    </Box>
  )
}

interface RowsProps {
  query: ReturnType<typeof useProgrammes>
  own: readonly ProgrammeSummary[]
}

function Rows({ query, own }: RowsProps) {
  const now = useNow()
  if (query.data === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[136, 136, 136]} />
  }
  return (
    <>
      <Age of={query} />
      {own.length === 0 && <Blank icon="care" title={listText.empty} help={listText.emptyHelp} />}
      {own.map((one) => (
        <ProgrammeRow key={one.id} one={one} now={now} />
      ))}
    </>
  )
}
