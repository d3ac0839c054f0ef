import type { Question } from '@linli/contracts/surveys'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { mostOptions, ofKind } from '../plan'
import { planText, surveyText } from '../text'
import type { Plan } from '../use-plan'

const kinds = ['grade', 'choice'] as const

interface Props {
  plan: Plan
  /** Which question, from 0. */
  n: number
}

/** One question of the plan: its kind, its words, its options. */
export function QuestionCard({ plan: { form, set, problem }, n }: Props) {
  const one = form.questions[n]
  if (one === undefined) return null
  const change = (next: Question) =>
    set({ questions: form.questions.map((other, at) => (at === n ? next : other)) })
  const path = `body.questions.${n}`
  return (
    <Card title={planText.question(n + 1)}>
      <Choice
        label={planText.kind}
        options={kinds.map((value) => ({ value, word: surveyText.kind[value] }))}
        chosen={one.kind}
        onChoose={(kind) => change(ofKind(one, kind))}
      />
      <Field
        id={`question-${n}`}
        label={planText.ask}
        placeholder={planText.askHint}
        maxLength={60}
        value={one.title}
        fault={faultText(problem, `${path}.title`)}
        onInput={(title) => change({ ...one, title })}
      />
      {one.kind === 'grade' ? (
        <Box className="muted">{planText.gradeHelp}</Box>
      ) : (
        <Options n={n} one={one} problem={problem} onChange={(options) => change({ ...one, options })} />
      )}
      {form.questions.length > 1 && (
        <Button look="plain" onTap={() => set({ questions: form.questions.filter((_, at) => at !== n) })}>
          {planText.removeQuestion}
        </Button>
      )}
    </Card>
  )
}

interface OptionsProps {
  n: number
  one: Question
  problem: unknown
  onChange: (options: string[]) => void
}

function Options({ n, one: { options }, problem, onChange }: OptionsProps) {
  const path = `body.questions.${n}.options`
  const whole = faultText(problem, path)
  return (
    <>
      {options.map((option, at) => (
        <Field
          key={at}
          id={`question-${n}-option-${at}`}
          label={planText.option(at + 1)}
          maxLength={20}
          value={option}
          fault={faultText(problem, `${path}.${at}`) ?? (at === 0 ? whole : null)}
          onInput={(value) => onChange(options.map((other, i) => (i === at ? value : other)))}
          beside={
            options.length > 2 && (
              <Tap
                className="choice sv-beside"
                label={`${planText.remove}${planText.option(at + 1)}`}
                onTap={() => onChange(options.filter((_, i) => i !== at))}
              >
                {planText.remove}
              </Tap>
            )
          }
        />
      ))}
      {options.length < mostOptions && (
        <Button look="plain" onTap={() => onChange([...options, ''])}>
          {planText.addOption}
        </Button>
      )}
    </>
  )
}
