import './case-head.css'
import type { CaseDetail } from '@linli/contracts/cases'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { faceOf } from '../../../shared/cases/faces'
import { ticketHead } from '../../../shared/cases/ticket-head'
import { openQuestion } from '../../../shared/cases/timeline-notes'
import { Box } from '../../../shared/ui/base/box'
import { Icon, type IconName } from '../../../shared/ui/base/icon'
import { Ticket } from '../../../shared/ui/ticket'
import { Unbroken } from '../../../shared/ui/unbroken'
import type { Tone } from '../../../shared/ui/tone'
import { casesText } from '../text'

const signs: Record<Tone, IconName> = { good: 'check', wait: 'clock', bad: 'bell', quiet: 'doc' }

/** The state in words first, then what happens next and by when; what is one's own is a ticket. */
export function CaseHead({ one, now }: { one: CaseDetail; now: number }) {
  const face = faceOf(one)
  const question = openQuestion(one)
  const { first, second } = face.head(one, now)
  const home = face.home(one, now)
  const tone = face.tone(one)
  const { Stub } = casePartsOf(one) ?? {}
  // The offer below says until when.
  const shown = one.readAs === 'party' ? { ...one, lapsesAt: null } : one
  return (
    <Ticket
      tone={tone}
      {...ticketHead(home)}
      stub={Stub !== undefined && (Stub.shows?.(one) ?? true) && <Stub.Shown one={one} now={now} />}
    >
      <Box className="ticket__state">
        <Box className="ticket__now">
          <Box as="span" decorative className="ticket__sign">
            <Icon name={signs[tone]} />
          </Box>
          <Box as="span" className="ticket__word">
            {face.state(shown, now, one.readAs)}
          </Box>
        </Box>
        <Box as="span">{home.left ?? ''}</Box>
      </Box>
      <Box as="h2" className="ticket__when">
        <Unbroken words={first} />
      </Box>
      <Box>{second}</Box>
      {question !== null && <Box className="strong">{casesText.ask(question)}</Box>}
      <Box className="ticket__small ticket__next">{face.next(one, now)}</Box>
    </Ticket>
  )
}
