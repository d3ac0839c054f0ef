import { useState } from 'react'
import type { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { identityText } from '../text'

interface Props {
  name: string
  problem: ProblemError | null
  busy: boolean
  onInput: (name: string) => void
  onEnter: () => void
  /** It is not theirs, or the name is forgotten. */
  onAnew: () => void
}

const triesLeft = (problem: ProblemError | null) =>
  typeof problem?.facts.triesLeft === 'number' ? identityText.ownerTries(problem.facts.triesLeft) : null

/** Whose account a number was that nobody used for long: its name, or a new account, asked once more. */
export function Owner({ name, problem, busy, onInput, onEnter, onAnew }: Props) {
  const [asking, setAsking] = useState(false)
  // Its account has no name: there is nothing to type.
  const nameless = problem?.code === 'anew_needed'
  const anew = () => {
    setAsking(false)
    onAnew()
  }
  return (
    <>
      {!nameless && (
        <Field
          id="sign-in-owner"
          kind="name"
          label={identityText.ownerName}
          help={triesLeft(problem) ?? identityText.ownerHelp}
          maxLength={60}
          value={name}
          fault={faultText(problem, 'body.name')}
          onInput={onInput}
          onEnter={onEnter}
        />
      )}
      <Button look="plain" disabled={busy} onTap={() => setAsking(true)}>
        {nameless ? identityText.ownerNotMine : identityText.ownerNot}
      </Button>
      {asking && (
        <ConfirmSheet
          title={identityText.anewAsk}
          lines={[nameless ? identityText.anewNameless : identityText.anewHelp]}
          yes={identityText.anewYes}
          no={identityText.anewNo}
          busy={busy}
          onYes={anew}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
