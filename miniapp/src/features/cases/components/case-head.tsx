import type { CaseDetail } from '@linli/contracts/cases'
import { faceOf } from '../../../shared/cases/faces'
import { openQuestion } from '../../../shared/cases/timeline-notes'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { StateTag } from '../../../shared/ui/tag'
import { casesText } from '../text'

/** The state in words first, then what happens next and by when. */
export function CaseHead({ one, now }: { one: CaseDetail; now: number }) {
  const face = faceOf(one)
  const question = openQuestion(one)
  const { first, second } = face.head(one, now)
  // The offer below says until when.
  const shown = one.readAs === 'party' ? { ...one, lapsesAt: null } : one
  return (
    <Card>
      <Box className="stack-tight">
        <StateTag tone={face.tone(one)}>{face.state(shown, now, one.readAs)}</StateTag>
        <Box as="h2" className="title">
          {first}
        </Box>
        <Box>{second}</Box>
        {question !== null && <Box className="strong">{casesText.ask(question)}</Box>}
        <Box className="muted">{face.next(one, now)}</Box>
      </Box>
    </Card>
  )
}
