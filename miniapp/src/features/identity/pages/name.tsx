import { useState } from 'react'
import { back } from '../../../shared/navigate'
import { faultText } from '../../../shared/problem-text'
import { useMe } from '../../../shared/session'
import { say } from '../../../shared/toast'
import { toSay } from '../../../shared/to-say'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/ui/field'
import { Page } from '../../../shared/ui/page'
import { Refusal } from '../../../shared/ui/refusal'
import { useUpdateMe } from '../api'
import { identityText } from '../text'

export default function NamePage() {
  const [name, setName] = useState(useMe()?.name ?? '')
  const update = useUpdateMe(() => {
    say(identityText.saved)
    back()
  })
  const save = () => update.mutate({ body: { name: name.trim() } })
  return (
    <Page
      title={identityText.name}
      bar={
        <Button busy={update.isPending} needs={toSay([[name.trim() !== '', identityText.name]])} onTap={save}>
          {identityText.save}
        </Button>
      }
    >
      <Refusal problem={update.error} />
      <Card>
        <Field
          id="name"
          kind="name"
          label={identityText.name}
          help={identityText.nameHelp}
          maxLength={60}
          value={name}
          fault={faultText(update.error, 'body.name')}
          onInput={setName}
          onEnter={save}
        />
      </Card>
    </Page>
  )
}
