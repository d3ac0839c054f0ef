import type { getSlip } from '@linli/contracts/rating-slips'
import { faultText } from '../../../shared/http/problem-text'
import { setMode, useMode } from '../../../shared/app-state/display-mode'
import type { ProblemError } from '../../../shared/http/problem'
import type { Reply } from '../../../shared/http/request'
import { dayOf } from '../../../shared/time/shanghai'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { slipText } from '../text'
import { type Entered, useSlipCode } from '../use-slip-code'

interface Props {
  token: string
  slip: Reply<typeof getSlip>
  /** Why the code is asked for once more. */
  ended: ProblemError | null
  onEnter: (entered: Entered) => void
}

/** Who is asked by whom, and the code that shows it is they. */
export function SlipCode({ token, slip, ended, onEnter }: Props) {
  const now = useNow()
  const form = useSlipCode(token, onEnter)
  const { code, sent, problem } = form
  const past = Date.parse(slip.rateUntil) <= now
  const bar =
    sent === undefined ? (
      <Button busy={form.asking} onTap={form.ask}>
        {slipText.get}
      </Button>
    ) : (
      <Button
        busy={form.entering}
        needs={missingWords([[code.length >= 6, slipText.code]])}
        onTap={form.enter}
      >
        {slipText.enter}
      </Button>
    )
  return (
    <Page title={slipText.title} bar={bar}>
      <Refusal problem={problem === null ? ended : problem.errors.length === 0 ? problem : null} />
      <Card>
        <Box className="stack-tight">
          <Box as="h2" className="title">
            {past ? slipText.past : slipText.from(slip.communityName)}
          </Box>
          {past && <Box as="p">{slipText.pastHelp}</Box>}
          <Box as="p">{slipText.help(slip.phoneEnding)}</Box>
          <Box as="p" className="muted">
            {past
              ? slipText.noName
              : `${slipText.noName}${slipText.until(dayWords(dayOf(slip.rateUntil), now))}。`}
          </Box>
        </Box>
      </Card>
      {sent !== undefined && (
        <Card>
          <Box className="thanks" role="status">
            {sent.demoCode === undefined ? slipText.sent : slipText.demo(sent.demoCode)}
          </Box>
          <Field
            id="slip-code"
            kind="code"
            label={slipText.code}
            maxLength={200}
            value={code}
            fault={faultText(problem, 'body.code')}
            onInput={form.setCode}
            onEnter={form.enter}
          />
          <Box className="slip-again">
            <Button look="plain" disabled={form.wait > 0 || form.asking} onTap={form.ask}>
              {form.wait > 0 ? slipText.againIn(form.wait) : slipText.again}
            </Button>
          </Box>
        </Card>
      )}
      <Larger />
    </Page>
  )
}

/** Whoever holds a slip has no account that would know. */
function Larger() {
  const elder = useMode() === 'elder'
  return (
    <Button look="plain" onTap={() => setMode(elder ? 'standard' : 'elder', null)}>
      {elder ? slipText.usual : slipText.larger}
    </Button>
  )
}
