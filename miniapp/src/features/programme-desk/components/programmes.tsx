import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Listed } from '../../../shared/ui/answers/listed'
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
  const now = useNow()
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
      <Listed
        query={query}
        blocks={[136, 136, 136]}
        of={(page) => page.programmes.filter((one) => one.community.startsWith(division))}
        none={<Blank picture="care" title={listText.empty} help={listText.emptyHelp} />}
      >
        {(own) => own.map((one) => <ProgrammeRow key={one.id} one={one} now={now} />)}
      </Listed>
      {copying && <CopySheet community={community} division={division} onClose={() => setCopying(false)} />}
    </Box>
  )
}
