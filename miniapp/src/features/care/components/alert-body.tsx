import type { CareAlert } from '@linli/contracts/care-alerts'
import { momentWords, spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Fact } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { Ticket } from '../../../shared/ui/ticket'
import { frameText } from '../../../shared/words/frame-text'
import { alertText } from '../alert-text'
import { markWord } from '../text'
import { clockAt } from '../words'
import { People } from './call-list'

const tones = { open: 'bad', taken: 'wait', closed: 'quiet' } as const

/** Everything that is needed to act, the most urgent first. */
export function AlertBody({ one }: { one: CareAlert }) {
  const now = useNow()
  const phone = usePhone(null)
  return (
    <>
      <Ticket tone={tones[one.state]}>
        <Box className="ticket__state">
          <StateTag tone={tones[one.state]}>{alertText.state[one.state]}</StateTag>
          <Box as="span">{momentWords(one.raisedAt, now)}</Box>
        </Box>
        <Box as="h2" className="ticket__when" role="status">
          {alertText.what[one.kind]}
        </Box>
        {one.takenBy !== null && one.state === 'taken' && (
          <Box className="strong">
            {one.takenBy.mine ? alertText.mine : alertText.takenBy(one.takenBy.name)}
          </Box>
        )}
      </Ticket>
      {one.state !== 'closed' && (
        <Card title={alertText.todoTitle}>
          <Box as="p">{alertText.todo[one.kind]}</Box>
          {one.guardians.length === 0 ? (
            <Box className="after-card">
              <Box as="p" className="muted">
                {alertText.noGuardian}
              </Box>
              <Button look="ghost" onTap={() => dial(phone)}>
                {frameText.dial(phone)}
              </Button>
            </Box>
          ) : (
            <Box className="after-card">
              <People title={alertText.call} people={one.guardians} />
            </Box>
          )}
        </Card>
      )}
      <Facts one={one} now={now} />
      <History one={one} />
    </>
  )
}

const Facts = ({ one, now }: { one: CareAlert; now: number }) => (
  <Card>
    <Fact name={alertText.child}>{alertText.classOf(one.child, one.classNo)}</Fact>
    <Fact name={alertText.now}>{markWord[one.mark]}</Fact>
    {one.person !== null && <Fact name={alertText.person}>{one.person}</Fact>}
    {one.words !== null && <Fact name={alertText.words}>{one.words}</Fact>}
    <Fact name={alertText.carer}>{one.carer ?? alertText.clock}</Fact>
    <Fact name={alertText.where}>{one.place}</Fact>
    <Fact name={alertText.when}>{`${one.programmeName} ${spanWords(one.startsAt, one.endsAt, now)}`}</Fact>
  </Card>
)

const History = ({ one }: { one: CareAlert }) => (
  <Card title={alertText.history}>
    <Box as="ul" className="care-steps">
      {one.steps.map((step) => (
        <Box as="li" key={`${step.kind}${step.at}${step.to ?? ''}`} className="care-record">
          <Box as="span" className="care-record__at">
            {clockAt(step.at)}
          </Box>
          <Box as="span">{stepWords(step)}</Box>
        </Box>
      ))}
    </Box>
  </Card>
)

function stepWords({ kind, by, to, outcome, words }: CareAlert['steps'][number]): string {
  const said = outcome === null ? '' : `：${alertText.outcomes[outcome]}`
  return `${alertText.step[kind](by ?? '', to ?? '')}${said}${words === null ? '' : `。${words}`}`
}
