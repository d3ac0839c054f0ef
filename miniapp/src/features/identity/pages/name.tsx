import { useState } from 'react'
import { back } from '../../../shared/navigation/navigate'
import { faultText } from '../../../shared/http/problem-text'
import { useMe } from '../../../shared/session/session'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useUpdateMe } from '../api'
import { identityText } from '../text'
import { Lead } from '../../../shared/ui/lead'

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
        <Button
          busy={update.isPending}
          needs={missingWords([[name.trim() !== '', identityText.name]])}
          onTap={save}
        >
          {identityText.save}
        </Button>
      }
    >
      <Lead picture="home">{identityText.nameHelp}</Lead>
      <Refusal problem={update.error} />
      <Card>
        <Field
          id="name"
          kind="name"
          label={identityText.name}
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
