import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useCallOff, useClose, useDraw, usePublish } from '../api'
import { programmeText } from '../programme-text'
import type { ProgrammeStep } from '../steps'
import { missingAt, useMissingFields } from '../../../shared/forms/missing-fields'
import { Unled } from './unled'
import { ReasonField } from './reason-field'

interface Props {
  one: Programme
  step: ProgrammeStep
  onClose: () => void
}

/** Says what a step does and that it cannot be undone, then takes it. */
export function StepSheet({ one, step, onClose }: Props) {
  const [reason, setReason] = useState('')
  const dropsDraft = step === 'cancel' && one.state === 'draft'
  const write = useStep(one.id, step, {
    onClose,
    said: dropsDraft ? programmeText.draftDropped : programmeText.done[step],
  })
  const missing = useMissingFields()
  const problem = missing.problem ?? write.problem
  useShowFault(problem)
  // Nobody has seen a draft: there is no family to tell why.
  const asksReason = step === 'cancel' && !dropsDraft
  const lacks = asksReason && reason.trim() === '' ? [missingAt('reason', programmeText.noReason)] : []
  return (
    <Sheet title={programmeText.ask[step]} onClose={onClose}>
      {step === 'close' && (
        <Box as="p">{programmeText.closesAt(momentWords(one.closesAt, Date.parse(one.now)))}</Box>
      )}
      <Box as="p">{dropsDraft ? programmeText.dropsDraft : programmeText.does[step]}</Box>
      {step === 'publish' && <Unled one={one} />}
      <Refusal problem={write.problem}>
        {write.problem?.errors.map(({ message }) => (
          <Box key={message}>{message}</Box>
        ))}
      </Refusal>
      {asksReason && (
        <ReasonField
          id="cancel-reason"
          label={programmeText.cancelReason}
          usual={programmeText.cancelReasons}
          max={200}
          help={programmeText.reasonHelp}
          value={reason}
          fault={faultText(problem, 'body.reason')}
          onInput={setReason}
        />
      )}
      <Button
        look={asksReason ? 'warm' : 'main'}
        busy={write.busy}
        onTap={() => missing.check(lacks) && write.take(reason.trim())}
      >
        {programmeText.goAhead[step]}
      </Button>
      <Button look="plain" onTap={onClose}>
        {programmeText.stay}
      </Button>
    </Sheet>
  )
}

interface Done {
  said: string
  onClose: () => void
}

function useStep(id: string, step: ProgrammeStep, { said, onClose }: Done) {
  const done = () => {
    say(said)
    onClose()
  }
  const publish = usePublish(done)
  const close = useClose(done)
  const draw = useDraw(done)
  const callOff = useCallOff(done)
  const write = { publish, close, closeForDraw: close, draw, cancel: callOff }[step]
  const params = { id }
  return {
    problem: write.error,
    busy: write.isPending,
    take(reason: string) {
      if (step === 'cancel') callOff.mutate({ params, body: reason === '' ? {} : { reason } })
      else if (step === 'publish') publish.mutate({ params, body: {} })
      else if (step === 'draw') draw.mutate({ params, body: {} })
      else close.mutate({ params, body: {} })
    },
  }
}
