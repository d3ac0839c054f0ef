import { formText } from '../../../shared/words/form-text'
import './sign-in.css'
import type { ReactNode } from 'react'
import type { ProblemError } from '../../../shared/http/problem'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { PhoneCode } from '../../../shared/forms/phone-code'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { type CodeUse, type Proven, usePhoneForm } from '../../../shared/forms/use-phone-code'
import { identityText } from '../text'

interface Props {
  /** Pages that were left stay in a browser's document: each form's fields have names of their own. */
  name: string
  /** What its button says. */
  go: string
  use: CodeUse
  /** Whose number it is, where it is not simply the person's. */
  label?: string
  first?: Proven | null
  /** The way on from a refusal. */
  onward?: (problem: ProblemError, proven: Proven) => ReactNode
  /** What is asked besides. */
  children?: (proven: Proven) => ReactNode
}

/** A number and its one-time code. */
export function PhoneForm({ name, go, use, label, first, onward, children }: Props) {
  const form = usePhoneForm(use, first)
  const { phone, code, problem, submit } = form
  return (
    <Card>
      <Refusal problem={problem?.errors.length === 0 ? problem : null}>
        {problem !== null && onward?.(problem, { phone, code })}
      </Refusal>
      <PhoneCode name={name} label={label ?? identityText.phone} form={form} path="body.phone" />
      {children?.({ phone, code })}
      <Box className="after-fields">
        <Button
          busy={form.busy}
          needs={missingWords([
            [phone !== '', label ?? identityText.phone],
            [code.length >= 6, formText.code],
          ])}
          onTap={submit}
        >
          {go}
        </Button>
      </Box>
    </Card>
  )
}
