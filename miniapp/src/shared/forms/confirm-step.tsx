import { typedCode } from '@linli/contracts/digits'
import { confirmSession, requestConfirmation } from '@linli/contracts/confirmation'
import { useState } from 'react'
import { pages } from '../navigation/pages'
import { faultText } from '../http/problem-text'
import { staffText } from '../staff/staff-text'
import { momentWords } from '../time/time-words'
import { useNow } from '../time/use-now'
import { useShowField } from './use-show-field'
import { useWrite } from '../http/use-write'
import { missingWords } from './missing-words'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { Field } from './field'
import { Refusal } from '../ui/answers/refusal'

interface Props {
  busy: boolean
  /** What it is asked for. */
  why: string
  onDone: () => void
}

/** A second proof of who is signed in, before much is shown or gone for good: a code to their own number. */
export function ConfirmStep({ busy, why, onDone }: Props) {
  const [typed, setCode] = useState<string | null>(null)
  const now = useNow(1000)
  const asked = useWrite(requestConfirmation)
  const confirm = useWrite(confirmSession, { done: onDone })
  const sent = asked.data === 'queued' ? undefined : asked.data
  useShowField('confirm-code', sent !== undefined)
  const code = typed ?? sent?.demoCode ?? ''
  const wait = sent === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(sent.nextAt) - now) / 1000))
  const problem = confirm.error ?? asked.error
  const from = problem?.code === 'confirm_later' ? problem.facts.from : undefined
  const ask = () => {
    confirm.reset()
    setCode(null)
    asked.mutate({ body: {} })
  }
  const enter = () => confirm.mutate({ body: { code } })
  const again = (
    <Button look="plain" busy={asked.isPending} disabled={wait > 0} onTap={ask}>
      {wait > 0 ? staffText.confirmAgainIn(wait) : staffText.confirmAgain}
    </Button>
  )
  return (
    <>
      <Box as="p">{why}</Box>
      <Refusal problem={problem?.errors.length === 0 ? problem : null}>
        {problem?.code === 'confirm_needs_phone' && (
          <Button to={pages.phone}>{staffText.confirmPhone}</Button>
        )}
        {typeof from === 'string' && <Box>{staffText.confirmFrom(momentWords(from, now))}</Box>}
      </Refusal>
      {sent === undefined ? (
        <Button busy={asked.isPending} onTap={ask}>
          {staffText.confirmGet}
        </Button>
      ) : (
        <>
          <Box role="status">
            {sent.demoCode === undefined
              ? staffText.confirmSent(sent.phoneEnding)
              : staffText.confirmDemo(sent.demoCode)}
          </Box>
          <Field
            id="confirm-code"
            kind="code"
            label={staffText.confirmCode}
            maxLength={200}
            value={code}
            fault={faultText(problem, 'body.code')}
            onInput={(typed) => setCode(typedCode(typed, 6))}
            onEnter={enter}
          />
          <Button
            busy={confirm.isPending || busy}
            needs={missingWords([[code.length >= 6, staffText.confirmCode]])}
            onTap={enter}
          >
            {staffText.confirmEnter}
          </Button>
          {again}
        </>
      )}
    </>
  )
}
