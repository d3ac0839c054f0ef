import type { Child, Relation } from '@linli/contracts/children'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { addDays, dayOf } from '../../../shared/time/shanghai'
import { dayWords } from '../../../shared/time/time-words'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { usePickupCode } from '../api'
import { peopleText } from '../people-text'
import { ChoiceField } from './choice-field'
import { CodeShown } from './code-shown'
import { RelationField } from './relation-field'

const nearDays = 7

/** One adult, one day, six digits. */
export function CodeSheet({ child, onClose }: { child: Child; onClose: () => void }) {
  const today = dayOf(Date.now())
  const [day, setDay] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [relation, setRelation] = useState<Relation | null>(null)
  const make = usePickupCode()
  const made = make.data
  if (made !== undefined && made !== 'queued') {
    return (
      <Sheet
        shownOnce
        title={peopleText.codeOf(name.trim(), dayWords(made.day, Date.now()))}
        onClose={onClose}
      >
        <Box className="strong">{peopleText.codeShow}</Box>
        <CodeShown code={made.code} words={peopleText.codeIs} onDone={onClose} />
        <Box className="muted">{peopleText.codeOnce}</Box>
      </Sheet>
    )
  }
  const needs = missingWords([
    [day !== null, peopleText.codeDay],
    [name.trim() !== '', peopleText.codeName],
    [relation !== null, peopleText.relation],
  ])
  const send = () => {
    if (relation === null || day === null) return
    make.mutate({ params: { id: child.id }, body: { day, name: name.trim(), relation } })
  }
  return (
    <Sheet title={peopleText.codeTitle} onClose={onClose}>
      <Refusal problem={make.error} />
      <ChoiceField
        label={peopleText.codeDay}
        options={daysFrom(today)}
        chosen={day}
        fault={faultText(make.error, 'body.day')}
        onChoose={setDay}
      />
      <Field
        id="code-name"
        label={peopleText.codeName}
        help={peopleText.nameHelp}
        maxLength={60}
        value={name}
        fault={faultText(make.error, 'body.name')}
        onInput={setName}
      />
      <RelationField
        label={peopleText.relation}
        chosen={relation}
        fault={faultText(make.error, 'body.relation')}
        onChoose={setRelation}
      />
      <Button busy={make.isPending} needs={needs} onTap={send}>
        {peopleText.codeMake}
      </Button>
    </Sheet>
  )
}

const daysFrom = (today: string) =>
  Array.from({ length: nearDays }, (_, n) => addDays(today, n)).map((value) => ({
    value,
    word: dayWords(value, Date.now()),
  }))
