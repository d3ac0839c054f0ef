import type { CareChild } from '@linli/contracts/care'
import { type Relation, relation as relations } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import { useState } from 'react'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import type { PickupChoice } from '../records'
import { handText, refusalWords } from '../text'
import type { Handover } from '../use-handover'
import { CallList } from './call-list'

interface Props {
  child: CareChild
  /** The guardian whom staff do not know yet. */
  person: PickupChoice | null
  hand: Handover
}

/** The duty leader has called a guardian and lets somebody else take the child: all of it is written down. */
export function OverrideStep({ child, person, hand }: Props) {
  const [form, setForm] = useState({ name: person?.name ?? '', called: '', reason: '' })
  const [relation, setRelation] = useState<Relation | null>(person?.relation ?? null)
  const fields = ['called', 'name', 'reason'] as const
  const missing = [
    ...fields.map((name) => [form[name].trim() !== '', handText[name]] as const),
    [relation !== null, handText.relation] as const,
  ]
  const said = { name: form.name.trim(), called: form.called.trim(), reason: form.reason.trim() }
  const field = (name: keyof typeof form, max: number) => ({
    id: `override-${name}`,
    label: handText[name],
    maxLength: max,
    value: form[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
  })
  return (
    <>
      {person !== null && <Box as="p">{refusalWords.guardian_not_verified}</Box>}
      <CallList child={child} />
      <Field {...field('called', 60)} placeholder={handText.calledHint} />
      <Field {...field('name', 60)} />
      <Box>
        <Box className="label">{handText.relation}</Box>
        <Choice
          label={handText.relation}
          options={relations.options.map((value) => ({ value, word: relationWord[value] }))}
          chosen={relation}
          onChoose={setRelation}
        />
      </Box>
      <Box className="wrap">
        {handText.reasons.map((words) => (
          <Tap
            key={words}
            className={`choice ${form.reason === words ? 'choice--on' : ''}`}
            onTap={() => setForm({ ...form, reason: words })}
          >
            {words}
          </Tap>
        ))}
      </Box>
      <Field {...field('reason', 200)} tall help={handText.overrideHelp} />
      <Button
        look="warm"
        needs={missingWords(missing)}
        onTap={() => relation !== null && hand.override({ ...said, relation })}
      >
        {handText.overrideYes}
      </Button>
      <Button look="plain" onTap={hand.back}>
        {handText.no}
      </Button>
    </>
  )
}
