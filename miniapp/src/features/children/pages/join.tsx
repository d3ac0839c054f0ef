import type { Relation } from '@linli/contracts/children'
import { typedCode } from '@linli/contracts/digits'
import { useState } from 'react'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { faultText } from '../../../shared/http/problem-text'
import { useSession } from '../../../shared/session/session'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useJoin } from '../api'
import { RelationField } from '../components/relation-field'
import { childrenText, joinText } from '../text'
import { Lead } from '../../../shared/ui/lead'

const digits = 8

export default function JoinChildPage() {
  const signedIn = useSession() !== null
  if (signedIn) return <Join />
  return (
    <Page title={joinText.title}>
      <SignInFirst help={childrenText.signInHelp} returnTo={pages.joinChild} />
    </Page>
  )
}

function Join() {
  const [code, setCode] = useState('')
  const [relation, setRelation] = useState<Relation | null>(null)
  const join = useJoin(() => {
    say(joinText.joined)
    replaceWith(pages.children)
  })
  const send = () => {
    if (relation !== null) join.mutate({ body: { code, relation } })
  }
  return (
    <Page
      title={joinText.title}
      bar={
        <Button
          busy={join.isPending}
          needs={missingWords([
            [code.length >= digits, joinText.code],
            [relation !== null, joinText.relation],
          ])}
          onTap={send}
        >
          {joinText.join}
        </Button>
      }
    >
      <Lead picture="care">{joinText.help}</Lead>
      <Refusal problem={join.error} />
      <Card>
        <Field
          id="invitation"
          kind="code"
          label={joinText.code}
          help={joinText.codeHelp}
          maxLength={200}
          value={code}
          fault={faultText(join.error, 'body.code')}
          onInput={(typed) => setCode(typedCode(typed, digits))}
        />
        <RelationField
          label={joinText.relation}
          chosen={relation}
          fault={faultText(join.error, 'body.relation')}
          onChoose={setRelation}
        />
      </Card>
    </Page>
  )
}
