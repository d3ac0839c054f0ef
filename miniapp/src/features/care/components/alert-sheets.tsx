import { type CareAlert, alertOutcomeSaid } from '@linli/contracts/care-alerts'
import { useState } from 'react'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useClose, useHandOn } from '../alert-api'
import { alertText } from '../alert-text'

interface Props {
  one: CareAlert
  onClose: () => void
}

const outcomes = alertOutcomeSaid.options

/** What happened, in one's own words; it is never changed. */
export function CloseAlertSheet({ one, onClose }: Props) {
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null)
  const [words, setWords] = useState('')
  const close = useClose(onClose)
  return (
    <Sheet title={alertText.closeTitle} onClose={onClose}>
      <Refusal problem={close.error} />
      <Box>
        <Box className="label">{alertText.outcome}</Box>
        <Choice
          label={alertText.outcome}
          options={outcomes.map((value) => ({ value, word: alertText.outcomes[value] }))}
          chosen={outcome}
          onChoose={setOutcome}
        />
      </Box>
      <Field
        id="alert-words"
        tall
        label={alertText.happened}
        placeholder={alertText.happenedHint}
        help={alertText.closeHelp}
        maxLength={300}
        value={words}
        onInput={setWords}
      />
      <Button
        busy={close.isPending}
        needs={missingWords([
          [outcome !== null, alertText.outcome],
          [words.trim() !== '', alertText.happened],
        ])}
        onTap={() =>
          outcome !== null && close.mutate({ params: { id: one.id }, body: { outcome, words: words.trim() } })
        }
      >
        {alertText.keep}
      </Button>
    </Sheet>
  )
}

/** A colleague who is told at once. */
export function HandOnSheet({ one, onClose }: Props) {
  const hand = useHandOn(onClose)
  return (
    <Sheet title={alertText.handOnTitle} onClose={onClose}>
      <Box as="p">{one.colleagues.length === 0 ? alertText.nobody : alertText.handOnHelp}</Box>
      <Refusal problem={hand.error} />
      <Box className="care-people">
        {one.colleagues.map(({ accountId, name }) => (
          <Tap
            key={accountId}
            className="care-person"
            disabled={hand.isPending}
            onTap={() => hand.mutate({ params: { id: one.id }, body: { to: accountId } })}
          >
            <Box className="care-person__name">{name}</Box>
          </Tap>
        ))}
      </Box>
    </Sheet>
  )
}
