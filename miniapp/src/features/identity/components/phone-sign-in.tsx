import { faultText } from '../../../shared/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/ui/field'
import { Refusal } from '../../../shared/ui/refusal'
import { identityText } from '../text'
import { useSignInByPhone } from '../api'
import { deviceName } from '../device-name'
import { type CodeUse, usePhoneForm } from '../use-phone-code'

/** Signs in by phone and one-time code. */
export function PhoneSignIn() {
  const signIn = useSignInByPhone()
  return (
    <PhoneForm
      name="sign-in"
      go={identityText.enter}
      use={{
        busy: signIn.isPending,
        problem: signIn.error,
        reset: signIn.reset,
        submit: (phone, code) => signIn.mutate({ body: { phone, code, device: deviceName() } }),
      }}
    />
  )
}

interface FormProps {
  /** Pages that were left stay in a browser's document: each form's fields have names of their own. */
  name: string
  /** What its button says. */
  go: string
  use: CodeUse
}

/** A number and its one-time code. */
export function PhoneForm({ name, go, use }: FormProps) {
  const form = usePhoneForm(use)
  const { phone, code, sent, wait, problem, submit } = form
  return (
    <Card>
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <Field
        id={`${name}-phone`}
        kind="phone"
        label={identityText.phone}
        placeholder={identityText.phoneHint}
        maxLength={60}
        value={phone}
        fault={faultText(problem, 'body.phone')}
        onInput={form.setPhone}
        beside={<CodeButton wait={wait} off={phone === '' || form.asking} onTap={form.ask} />}
      />
      {sent !== undefined && (
        <Box className="code-sent" role="status">
          {sent.demoCode === undefined ? identityText.codeSent : identityText.demoCode(sent.demoCode)}
        </Box>
      )}
      <Field
        id={`${name}-code`}
        kind="code"
        label={identityText.code}
        maxLength={200}
        value={code}
        fault={faultText(problem, 'body.code')}
        onInput={form.setCode}
        onEnter={submit}
      />
      <Box className="after-fields">
        <Button busy={form.busy} disabled={phone === '' || code.length < 6} onTap={submit}>
          {go}
        </Button>
      </Box>
    </Card>
  )
}

const CodeButton = ({ wait, off, onTap }: { wait: number; off: boolean; onTap: () => void }) => (
  <Tap className="choice code-button" disabled={off || wait > 0} onTap={onTap}>
    {wait > 0 ? identityText.again(wait) : identityText.getCode}
  </Tap>
)
