import { formText } from '../words/form-text'
import '../ui/base.css'
import './phone-code.css'
import { faultText } from '../http/problem-text'
import { useShowField } from './use-show-field'
import type { usePhoneForm } from './use-phone-code'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { Field } from './field'

interface Props {
  /** Pages that were left stay in a browser's document: each form's fields have names of their own. */
  name: string
  /** Whose number it is. */
  label: string
  form: ReturnType<typeof usePhoneForm>
  /** Where the number's fault stands in the request. */
  path: string
}

/** A number, the button that sends a code to it, and the code. */
export function PhoneCode({ name, label, form, path }: Props) {
  useShowField(`${name}-code`, form.sent !== undefined)
  return (
    <>
      <Field
        id={`${name}-phone`}
        kind="phone"
        label={label}
        placeholder={formText.phoneHint}
        maxLength={60}
        value={form.phone}
        fault={faultText(form.problem, path) ?? faultText(form.problem, 'body.phone')}
        onInput={form.setPhone}
        beside={<CodeButton wait={form.wait} off={form.phone === '' || form.asking} onTap={form.ask} />}
      />
      {form.sent !== undefined && (
        <Box className="code-sent" role="status">
          {form.sent.demoCode === undefined ? formText.codeSent : formText.demoCode(form.sent.demoCode)}
        </Box>
      )}
      <Field
        id={`${name}-code`}
        kind="code"
        label={formText.code}
        maxLength={200}
        value={form.code}
        fault={faultText(form.problem, 'body.code')}
        onInput={form.setCode}
        onEnter={form.submit}
      />
    </>
  )
}

const CodeButton = ({ wait, off, onTap }: { wait: number; off: boolean; onTap: () => void }) => (
  <Tap className="choice code-button" disabled={off || wait > 0} onTap={onTap}>
    {wait > 0 ? formText.codeAgain(wait) : formText.getCode}
  </Tap>
)
