import { useState } from 'react'
import type { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'

export interface Verdict {
  satisfied: boolean
  text?: string
}

interface Props {
  /** Pages that were left stay in a browser's document: each form's field has a name of its own. */
  id: string
  busy: boolean
  problem: ProblemError | null
  /** One more word was written already, so it is not asked for again. */
  worded?: boolean
  onSay: (verdict: Verdict) => void
}

export const verdictText = {
  title: '整改得怎么样？',
  help: '结果已经告诉您。只有您说满意，或另一个单位复核过，这件事才算办结。',
  words: '想补充的话',
  wordsHelp: '写在“追评”里，被评价的单位第二天起看得到，看不到是谁写的。',
  good: '满意了',
  bad: '还是不满意',
  badHelp: '不满意，会请另一个单位复核。',
  said: '谢谢您，已经记下',
}

/** The second verdict, with the one more word that belongs to it; neither answer looks better than the other. */
export function VerdictForm({ id, busy, problem, worded, onSay }: Props) {
  const [words, setWords] = useState('')
  const text = words.trim()
  const say = (satisfied: boolean) => onSay({ satisfied, ...(text === '' ? {} : { text }) })
  return (
    <Card title={verdictText.title}>
      <Box className="stack">
        <Box as="p">{verdictText.help}</Box>
        {worded !== true && (
          <Field
            id={`${id}-words`}
            tall
            optional
            label={verdictText.words}
            help={verdictText.wordsHelp}
            maxLength={500}
            value={words}
            fault={faultText(problem, 'body.text')}
            onInput={setWords}
          />
        )}
        <Refusal problem={problem?.errors.length === 0 ? problem : null} />
        <Button look="ghost" disabled={busy} onTap={() => say(true)}>
          {verdictText.good}
        </Button>
        <Button look="ghost" disabled={busy} onTap={() => say(false)}>
          {verdictText.bad}
        </Button>
        <Box as="p" className="muted">
          {verdictText.badHelp}
        </Box>
      </Box>
    </Card>
  )
}
