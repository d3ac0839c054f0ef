import type { NeedDetail } from '@linli/contracts/need-case'
import { taskKind } from '@linli/contracts/tasks'
import { taskKindWord } from '@linli/contracts/task-words'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { editText as text } from '../text'
import type { Plan } from '../use-task-form'

const kinds = taskKind.options.map((value) => ({ value, word: taskKindWord[value] }))

interface Props {
  plan: Plan
  need: NeedDetail | null
}

/** What is to be done, and where; what a need says is not typed again. */
export function WhatCard({ plan: { form, set, problem }, need }: Props) {
  return (
    <Card title={text.what}>
      {need === null && (
        <Box className="field">
          <Choice
            label={text.kind}
            options={kinds}
            chosen={form.kind}
            faulty={faultText(problem, 'body.kind') !== null}
            onChoose={(kind) => set({ kind })}
          />
          {faultText(problem, 'body.kind') !== null && (
            <Box className="field__fault" role="alert">
              {faultText(problem, 'body.kind')}
            </Box>
          )}
        </Box>
      )}
      <Field
        id="task-title"
        label={text.name}
        placeholder={text.nameHint}
        help={text.nameHelp}
        maxLength={30}
        value={form.title}
        fault={faultText(problem, 'body.title')}
        onInput={(title) => set({ title })}
      />
      <Field
        id="task-about"
        tall
        optional
        label={text.about}
        placeholder={text.aboutHint}
        maxLength={500}
        value={form.about}
        fault={faultText(problem, 'body.about')}
        onInput={(about) => set({ about })}
      />
      {need !== null && (
        <Box>
          <Box className="muted">{form.home ? text.home : text.homeNot}</Box>
          {form.home && faultText(problem, 'body.place') !== null && (
            <Box className="field__fault" role="alert">
              {faultText(problem, 'body.place')}
            </Box>
          )}
        </Box>
      )}
      {!form.home && (
        <Field
          id="task-place"
          label={text.place}
          placeholder={text.placeHint}
          maxLength={60}
          value={form.place}
          fault={faultText(problem, 'body.place')}
          onInput={(place) => set({ place })}
        />
      )}
    </Card>
  )
}
