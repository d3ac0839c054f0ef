import { type ElderPage, type ElderState, elderState } from '@linli/contracts/visit-register'
import { elderStateWord } from '@linli/contracts/visit-words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { addDays, dayOf } from '../../../shared/time/shanghai'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useAssign, useSetState, useVisitors } from '../api'
import { elderText } from '../text'

interface Props {
  elder: ElderPage
  onClose: () => void
}

const nobody = 'nobody'

/** Who visits: somebody of the community, or nobody yet. */
export function AssignSheet({ elder, onClose }: Props) {
  const query = useVisitors(elder.community)
  const [chosen, setChosen] = useState(elder.visitor?.id ?? nobody)
  const write = useAssign(() => {
    say(elderText.assigned)
    onClose()
  })
  const send = () =>
    write.mutate({ params: { id: elder.id }, body: { visitor: chosen === nobody ? null : chosen } })
  return (
    <Sheet title={elderText.assignTitle} onClose={onClose}>
      <Answered query={query} blocks={[60]}>
        {({ visitors }) => (
          <Choice
            label={elderText.assignTitle}
            options={[
              ...visitors.map(({ id, name }) => ({ value: id, word: name })),
              { value: nobody, word: elderText.noVisitor },
            ]}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </Answered>
      <Refusal problem={write.error} />
      <Button busy={write.isPending} onTap={send}>
        {elderText.save}
      </Button>
    </Sheet>
  )
}

/** Moved away, died, refuses until a day, or is visited as before. */
export function StateSheet({ elder, onClose }: Props) {
  const today = dayOf(Date.now())
  const [state, setState] = useState<ElderState>(elder.state)
  const [since, setSince] = useState(today)
  const [until, setUntil] = useState(elder.refusedUntil ?? addDays(today, 30))
  const write = useSetState(() => {
    say(elderText.stateSaved)
    onClose()
  })
  const send = () =>
    write.mutate({
      params: { id: elder.id },
      body: { state, since, until: state === 'refused' ? until : null },
    })
  return (
    <Sheet title={elderText.stateTitle} onClose={onClose}>
      <Box className="muted">{elderText.stateHelp}</Box>
      <Choice
        label={elderText.stateTitle}
        options={elderState.options.map((value) => ({ value, word: elderStateWord[value] }))}
        chosen={state}
        onChoose={setState}
      />
      <Field
        id="state-since"
        kind="date"
        label={elderText.sinceField}
        value={since}
        fault={faultText(write.error, 'body.since')}
        onInput={setSince}
      />
      {state === 'refused' && (
        <Field
          id="state-until"
          kind="date"
          label={elderText.untilField}
          value={until}
          fault={faultText(write.error, 'body.until')}
          onInput={setUntil}
        />
      )}
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <Button busy={write.isPending} onTap={send}>
        {elderText.save}
      </Button>
    </Sheet>
  )
}
