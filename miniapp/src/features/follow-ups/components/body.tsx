import { followUpMeaning } from '@linli/contracts/follow-up-case'
import type { FollowUpDetail } from '@linli/contracts/follow-ups'
import { pages } from '../../../shared/navigation/pages'
import { ratedWords } from '../../../shared/cases/faces'
import { toneOf } from '../../../shared/cases/tone'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Contact } from '../../../shared/staff/contact'
import { GradeTag } from './grade-tag'
import { Fact, Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { Ticket } from '../../../shared/ui/ticket'
import { Timeline } from '../../../shared/ui/timeline'
import { useDivisionName, useRaterContact } from '../api'
import { turnOf } from '../steps'
import { roleText } from '../confidential-text'
import { followUpText } from '../text'
import { aboutLine, dueLine, noTextWords, reasonsLine, stepsOfTimeline, stopWords } from '../words'

/** The states in which the hard stop still can be missed. */
const stops: readonly FollowUpDetail['state'][] = ['contacting', 'rectifying']

/** A follow-up as staff read it: how it stands, what was rated, what has happened; whom to call, next to the buttons. */
export function FollowUpBody({ one, now }: { one: FollowUpDetail; now: number }) {
  return (
    <>
      <Standing one={one} now={now} />
      <Rated one={one} />
      <Card title={followUpText.progress}>
        <Timeline steps={stepsOfTimeline(one, now)} />
      </Card>
      {one.canReadContact && <Rater key={one.id} id={one.id} />}
    </>
  )
}

function Standing({ one, now }: { one: FollowUpDetail; now: number }) {
  const due = dueLine(one, now)
  const turn = turnOf(one)
  const tone = toneOf(one.state, followUpMeaning.states[one.state])
  return (
    <>
      <Ticket tone={tone} spot="tea">
        <Box className="ticket__state">
          <StateTag tone={tone}>{followUpText.state[one.state] ?? ''}</StateTag>
          <Box as="span">{one.number}</Box>
        </Box>
        <Box as="h2" className="ticket__when">
          {`${aboutLine(one)} · ${reasonsLine(one.reasons)}`}
        </Box>
        {due !== null && (
          <Box className={`desk-row__due ${one.overdue ? 'desk-row__due--late' : ''}`}>{due}</Box>
        )}
      </Ticket>
      <Box className="stack-tight">
        <Box>{followUpText.turn[turn]}</Box>
        <Box className="muted">{roleText(one)}</Box>
        {one.readAs === 'unit' && <Box className="muted">{followUpText.named[one.named ? 'yes' : 'no']}</Box>}
        {stops.includes(one.state) && <Box className="muted">{followUpText.stop(stopWords(one, now))}</Box>}
      </Box>
    </>
  )
}

function Rated({ one }: { one: FollowUpDetail }) {
  const { text, supplement, rated, verdict } = one
  const handler = useDivisionName(one.handledBy)
  return (
    <Card title={followUpText.rated}>
      <Fact name={ratedWords(one.service).which}>{one.about ?? followUpText.aboutHidden}</Fact>
      <Fact name={followUpText.grade}>
        <GradeTag grade={one.grade} />
      </Fact>
      <Fact name={followUpText.reasons}>{reasonsLine(one.reasons)}</Fact>
      <Fact name={followUpText.text}>
        {text ?? noTextWords(one.readAs)}
        {text !== null && <Box className="muted">{followUpText.masked}</Box>}
      </Fact>
      {supplement !== null && <Fact name={followUpText.supplement}>{supplement}</Fact>}
      {verdict !== null && (
        <Fact name={followUpText.second}>{followUpText.verdict[verdict.satisfied ? 'yes' : 'no']}</Fact>
      )}
      <Fact name={followUpText.unit}>{one.communityName}</Fact>
      <Fact name={followUpText.handler}>{handler}</Fact>
      {one.appealed && <Box className="muted">{followUpText.appealed}</Box>}
      {rated !== null && (
        <Row
          title={followUpText.case}
          under={`${rated.title} ${rated.number}`}
          to={pages.deskCase(rated.id)}
        />
      )}
    </Card>
  )
}

function Rater({ id }: { id: string }) {
  const contact = useRaterContact()
  return (
    <Card title={followUpText.contact}>
      <Contact id={id} may contact={contact} />
    </Card>
  )
}
