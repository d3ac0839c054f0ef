import { type FamilyRelation, familyRelation } from '@linli/contracts/visit-family'
import { relationWord } from '@linli/contracts/visit-words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { missingWords } from '../../../shared/forms/missing-words'
import { faultText } from '../../../shared/http/problem-text'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useAskFamily } from '../api'
import { elderText } from '../text'

/** Asks the owner of a number; nobody is told of anything before they agreed. */
export function AskFamilySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [relation, setRelation] = useState<FamilyRelation | null>(null)
  const [phone, setPhone] = useState('')
  const write = useAskFamily(() => {
    say(elderText.asked)
    onClose()
  })
  const needs = missingWords([
    [relation !== null, elderText.relation],
    [phone.trim() !== '', elderText.familyPhone],
  ])
  const send = () => {
    if (relation !== null) write.mutate({ params: { id }, body: { phone: phone.trim(), relation } })
  }
  return (
    <Sheet title={elderText.askFamily} onClose={onClose}>
      <Box className="muted">{elderText.familyHelp}</Box>
      <Box className="label">{elderText.relation}</Box>
      <Choice
        label={elderText.relation}
        options={familyRelation.options.map((value) => ({ value, word: relationWord[value] }))}
        chosen={relation}
        onChoose={setRelation}
      />
      <Field
        id="family-phone"
        kind="phone"
        label={elderText.familyPhone}
        maxLength={60}
        value={phone}
        fault={faultText(write.error, 'body.phone')}
        onInput={setPhone}
      />
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <Button busy={write.isPending} needs={needs} onTap={send}>
        {elderText.ask}
      </Button>
    </Sheet>
  )
}
