import type { VolunteerDetail } from '@linli/contracts/volunteer-case'
import { reachWord, skillWord, timesWords } from '@linli/contracts/volunteer-words'
import { cancelVolunteer, leaveVolunteers } from '@linli/contracts/volunteers'
import type { CaseParts } from '../../shared/cases/case-parts'
import { pages } from '../../shared/navigation/pages'
import { useNow } from '../../shared/time/use-now'
import { Button } from '../../shared/ui/button'
import { Fact } from '../../shared/ui/row'
import { volunteerFace } from './face'
import { paperWords } from './paper-words'
import { volunteerCaseText as words } from './text'

interface Props {
  one: VolunteerDetail
  noPapers: string
}

/** What somebody can do, when and how far, as both sides read it; of what is over nothing is left. */
export function Availability({ one: { state, facts }, noPapers }: Props) {
  const now = useNow()
  const { skills, times, reach, papers, teams } = facts
  if (skills.length === 0) return null
  const told = papers.length === 0 ? noPapers : papers.map((one) => paperWords(one, now)).join('；')
  return (
    <>
      <Fact name={words.skills}>{skills.map((one) => skillWord[one]).join('、')}</Fact>
      <Fact name={words.times}>{timesWords(times)}</Fact>
      <Fact name={words.reach}>{reachWord[reach]}</Fact>
      {state === 'verified' && <Fact name={words.papers}>{told}</Fact>}
      {teams.length > 0 && (
        <Fact name={words.teams}>{teams.map((one) => words.team(one.name, one.leads)).join('、')}</Fact>
      )}
    </>
  )
}

const Facts = ({ one }: { one: VolunteerDetail }) => <Availability one={one} noPapers={words.noPapers} />

const Step = ({ one }: { one: VolunteerDetail }) =>
  one.can.includes('change') ? (
    <>
      <Button look="ghost" to={pages.changeVolunteer(one.id)}>
        {words.change}
      </Button>
      {one.state === 'verified' && (
        <>
          <Button look="ghost" to={pages.myHours}>
            {words.hours}
          </Button>
          <Button look="ghost" to={pages.teams}>
            {words.myTeams}
          </Button>
        </>
      )}
    </>
  ) : null

export const volunteerCase: CaseParts<VolunteerDetail> = {
  type: volunteerFace.type,
  Step,
  hasStep: ({ can }) => can.includes('change'),
  Facts,
  cancel: ({ state }) =>
    state === 'verified'
      ? { action: 'leave', endpoint: leaveVolunteers, ...words.leave }
      : { action: 'cancel', endpoint: cancelVolunteer, ...words.cancel },
}
