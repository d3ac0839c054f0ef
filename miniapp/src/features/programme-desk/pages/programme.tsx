import '../components/programme-desk.css'
import type { Programme } from '@linli/contracts/programmes'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { staffText } from '../../../shared/staff/staff-text'
import { dateSpanWords } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { StateTag } from '../../../shared/ui/tag'
import { useProgramme } from '../api'
import { ExportCard } from '../components/export-card'
import { Figures } from '../components/figures'
import { LineCard } from '../components/line-card'
import { CallOff, NextSteps } from '../components/next-steps'
import { PlanFacts } from '../components/plan-facts'
import { RosterCard } from '../components/roster-card'
import { programmeText } from '../programme-text'
import { phaseWord } from '../text'
import { phaseTone } from '../words'
import { FindHere } from '../../../shared/staff/find-in'

/** One programme for staff: how it stands, what to do next, who is in it. */
export default function DeskProgrammePage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  const query = useProgramme(me === null ? '' : id)
  return (
    <Page title={programmeText.title} wide>
      <Box className="pd">
        <FindHere />
        {me === null ? (
          <SignInFirst help={staffText.signInHelp} returnTo={pages.deskProgramme(id)} />
        ) : (
          <Answered query={query} blocks={[80, 190, 110, 260]}>
            {(one) => (one.canManage ? <Shown one={one} /> : <NotStaff id={one.id} />)}
          </Answered>
        )}
      </Box>
    </Page>
  )
}

function Shown({ one }: { one: Programme }) {
  return (
    <>
      <Lead
        picture="children"
        place
        title={one.name}
        state={<StateTag tone={phaseTone[one.phase]}>{phaseWord[one.phase]}</StateTag>}
      >
        {`${one.communityName} · ${dateSpanWords(one.startsOn, one.endsOn, Date.parse(one.now))}`}
      </Lead>
      <Box className="pd__columns">
        <Box className="pd__main">
          <Figures one={one} />
          <NextSteps one={one} />
          {one.state !== 'draft' && <RosterCard one={one} />}
        </Box>
        <Box className="pd__side pd__part">
          {one.state !== 'draft' && <LineCard id={one.id} />}
          {one.state !== 'draft' && <ExportCard id={one.id} />}
          <PlanFacts one={one} />
          <CallOff one={one} />
        </Box>
      </Box>
    </>
  )
}

const NotStaff = ({ id }: { id: string }) => (
  <Blank picture="room" title={programmeText.notStaff} help={programmeText.notStaffHelp}>
    <Button to={pages.programme(id)}>{programmeText.publicPage}</Button>
  </Blank>
)
