import { type DoubtfulText, mostHidden, withHidden } from '@linli/contracts/rating-texts'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useJudge } from '../api'
import { judgingText } from '../judging-text'
import { hideFault, piecesOf } from '../words'

interface Props {
  one: DoubtfulText
  onClose: () => void
}

/** Shows what will be read, and takes out the names that the mask has missed, before words pass for good. */
export function PassSheet({ one, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const pieces = piecesOf(typed)
  const fault = hideFault(one.text, pieces)
  const reader = one.public ? 'public' : 'private'
  const judge = useJudge({
    done() {
      say(judgingText.passed)
      onClose()
    },
  })
  const hide = pieces.length === 0 ? {} : { hide: pieces }
  return (
    <Sheet title={judgingText.passTitle[reader]} onClose={onClose}>
      <Box as="p" className="said">
        {one.text}
      </Box>
      <Refusal problem={judge.error} />
      <Field
        id="hide-names"
        optional
        label={judgingText.hide}
        help={judgingText.hideHelp(mostHidden)}
        maxLength={60}
        value={typed}
        fault={fault ?? faultText(judge.error, 'body.hide')}
        onInput={setTyped}
      />
      <Box className="said-reply">
        <Box className="muted">{judgingText.preview[reader]}</Box>
        <Box>{fault === null ? withHidden(one.text, pieces) : one.text}</Box>
      </Box>
      <Box className="muted">{judgingText.passHelp}</Box>
      <Button
        busy={judge.isPending}
        disabled={fault !== null}
        onTap={() =>
          judge.mutate({ params: { id: one.id }, body: { part: one.part, verdict: 'pass', ...hide } })
        }
      >
        {judgingText.passYes[reader]}
      </Button>
    </Sheet>
  )
}
