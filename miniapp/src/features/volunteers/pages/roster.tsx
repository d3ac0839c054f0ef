import '../components/volunteers.css'
import { skill, type Skill } from '@linli/contracts/volunteer-case'
import type { RosterEntry } from '@linli/contracts/volunteer-desk'
import { reachWord, skillWord, timesWords } from '@linli/contracts/volunteer-words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useRoster } from '../api'
import { paperWords } from '../paper-words'
import { rosterText as words } from '../text'

/** Who is a volunteer here, by what they can do; who it is, staff read on the registration, on record. */
export default function RosterPage() {
  return (
    <Scoped title={words.title} returnTo={pages.deskVolunteers} className="roster" opens="work">
      {(grant) => <Shown key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

type Chosen = Skill | 'any'
const choices: readonly { value: Chosen; word: string }[] = [
  { value: 'any', word: words.any },
  ...skill.options.map((value) => ({ value, word: skillWord[value] })),
]

function Shown({ division }: { division: string }) {
  const [chosen, setChosen] = useState<Chosen>('any')
  const query = useRoster(division, chosen === 'any' ? undefined : chosen)
  return (
    <>
      <Choice label={words.filter} options={choices} chosen={chosen} onChoose={setChosen} />
      <Answered query={query} blocks={[80, 80, 80]}>
        {({ pages: shown }) => {
          const all = shown.flatMap(({ volunteers }) => volunteers)
          if (all.length === 0) return <Blank picture="find" title={words.empty} help={words.emptyHelp} />
          return (
            <Card>
              {all.map((one) => (
                <Entry key={one.caseId} one={one} />
              ))}
            </Card>
          )
        }}
      </Answered>
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      <Button look="ghost" to={pages.importRoster}>
        {words.import}
      </Button>
      <Button look="ghost" to={pages.exportHours}>
        {words.hours}
      </Button>
      <Box as="p" className="muted">
        {words.help}
      </Box>
    </>
  )
}

function Entry({ one }: { one: RosterEntry }) {
  const now = useNow()
  const { skills, times, reach, papers, isMinor, number, communityName } = one
  const second = [timesWords(times), reachWord[reach], ...papers.map((paper) => paperWords(paper, now))]
  return (
    <Row
      title={skills.map((each) => skillWord[each]).join('、')}
      under={
        <>
          <Box>{second.join('；')}</Box>
          <Box>{[communityName, number, isMinor ? words.minor : ''].filter(Boolean).join(' · ')}</Box>
        </>
      }
      to={pages.deskCase(one.caseId)}
    />
  )
}
