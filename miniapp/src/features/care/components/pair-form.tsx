import { typedCode } from '@linli/contracts/digits'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { usePair } from '../api'
import { tabletText } from '../tablet-text'

/** Makes this device a shared tablet, with a code that staff have just made. */
export function PairForm() {
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const pair = usePair()
  const digits = typedCode(code, 8)
  const ready = digits.length === 8 && name.trim() !== ''
  const submit = () => ready && pair.mutate({ body: { code: digits, name: name.trim() } })
  return (
    <Card title={tabletText.pairTitle}>
      <Box className="stack">
        <Box as="p" className="muted">
          {tabletText.pairHelp}
        </Box>
        <Refusal problem={pair.error?.errors.length === 0 ? pair.error : null} />
        <Field
          id="pair-code"
          kind="code"
          label={tabletText.code}
          maxLength={200}
          value={code}
          fault={faultText(pair.error, 'body.code')}
          onInput={setCode}
        />
        <Field
          id="pair-name"
          label={tabletText.name}
          help={tabletText.nameHelp}
          maxLength={20}
          value={name}
          fault={faultText(pair.error, 'body.name')}
          onInput={setName}
          onEnter={submit}
        />
        <Button
          busy={pair.isPending}
          needs={missingWords([
            [digits.length === 8, tabletText.code],
            [name.trim() !== '', tabletText.name],
          ])}
          onTap={submit}
        >
          {tabletText.pair}
        </Button>
      </Box>
    </Card>
  )
}
