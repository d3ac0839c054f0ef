import type { AdviserSelf } from '@linli/contracts/adviser'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { missingWords } from '../../../shared/forms/missing-words'
import { faultText } from '../../../shared/http/problem-text'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { say } from '../../../shared/ui/page/say'
import { useAddOpening, useRemoveOpening } from '../api'
import { selfText } from '../self-text'

/** Sentences of one's own to begin an answer with. */
export function Openings({ openings }: Pick<AdviserSelf, 'openings'>) {
  const [words, setWords] = useState('')
  const remove = useRemoveOpening(() => undefined)
  const add = useAddOpening(() => {
    setWords('')
    say(selfText.openingAdded)
  })
  return (
    <Card title={selfText.openings}>
      <Box className="muted">{selfText.openingsHelp}</Box>
      {openings.map((one) => (
        <Row
          key={one.id}
          title={one.words}
          end={
            <Tap
              className="head-link"
              label={selfText.openingRemoveOf(one.words)}
              onTap={() => remove.mutate({ params: { id: one.id } })}
            >
              {selfText.openingRemove}
            </Tap>
          }
        />
      ))}
      <Field
        id="opening-words"
        tall
        label={selfText.openingField}
        maxLength={300}
        value={words}
        fault={faultText(add.error, 'body.words')}
        onInput={setWords}
      />
      <Box className="after-card stack">
        <Refusal problem={add.error ?? remove.error} />
        <Button
          look="ghost"
          busy={add.isPending}
          needs={missingWords([[words.trim() !== '', selfText.openingField]])}
          onTap={() => add.mutate({ body: { words: words.trim() } })}
        >
          {selfText.openingAdd}
        </Button>
      </Box>
    </Card>
  )
}
