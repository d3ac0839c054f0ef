import { typedCode } from '@linli/contracts/digits'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Field } from '../../../shared/forms/field'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { StateTag } from '../../../shared/ui/tag'
import { useVerify } from '../api'
import { verifyText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Whether a record on paper counts: for anybody, without signing in; yes or no, and no more. */
export default function VerifyPage() {
  const asked = useRouter().params
  const [number, setNumber] = useState(asked.number ?? '')
  const [code, setCode] = useState(typedCode(asked.code ?? '', 6))
  const look = useVerify()
  const typed = (set: (to: string) => void) => (to: string) => {
    look.reset()
    set(to)
  }
  const missing = missingWords([
    [number.trim() !== '', verifyText.number],
    [code.length === 6, verifyText.code],
  ])
  return (
    <Page title={verifyText.title}>
      <Lead picture="hand">{verifyText.help}</Lead>
      <Card>
        <Box className="stack">
          <Field
            id="record-number"
            label={verifyText.number}
            help={verifyText.numberHelp}
            value={number}
            maxLength={60}
            fault={faultText(look.error, 'body.number')}
            onInput={typed(setNumber)}
          />
          <Field
            id="record-code"
            label={verifyText.code}
            help={verifyText.codeHelp}
            value={code}
            maxLength={60}
            kind="code"
            fault={faultText(look.error, 'body.code')}
            onInput={typed((to) => setCode(typedCode(to, 6)))}
          />
          <Refusal problem={look.error?.code === 'invalid_request' ? null : look.error} />
          {look.data !== undefined && <Said valid={look.data.valid} />}
          <Button busy={look.isPending} needs={missing} onTap={() => look.mutate({ body: { number, code } })}>
            {verifyText.look}
          </Button>
        </Box>
      </Card>
    </Page>
  )
}

const Said = ({ valid }: { valid: boolean }) => (
  <Box className="stack" role="status">
    <StateTag tone={valid ? 'good' : 'bad'}>{valid ? verifyText.valid : verifyText.invalid}</StateTag>
    <Box>{valid ? verifyText.validHelp : verifyText.invalidHelp}</Box>
  </Box>
)
