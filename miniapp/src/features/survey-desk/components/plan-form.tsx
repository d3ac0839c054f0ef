import { mostQuestions } from '@linli/contracts/surveys'
import { faultWithin, faultsElsewhere } from '../../../shared/forms/field-faults'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { Lead } from '../../../shared/ui/lead'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { emptyQuestion, mayAdd } from '../plan'
import { planText } from '../text'
import type { Plan } from '../use-plan'
import { QuestionCard } from './question-card'

/** The fields that show their own faults. */
const fields = ['title', 'about', 'startsOn', 'endsOn', 'questions']

/** The whole plan of a survey. */
export const PlanForm = ({ plan, where }: { plan: Plan; where: string }) => (
  <>
    <Lead picture="book">{planText.reach(where)}</Lead>
    <Basics plan={plan} />
    {plan.form.questions.map((_, n) => (
      <QuestionCard key={n} plan={plan} n={n} />
    ))}
    {mayAdd(plan.form) && (
      <Button look="ghost" onTap={() => plan.set({ questions: [...plan.form.questions, emptyQuestion] })}>
        {planText.addQuestion(mostQuestions - plan.form.questions.length)}
      </Button>
    )}
    <Save plan={plan} />
  </>
)

function Basics({ plan: { form, set, problem } }: { plan: Plan }) {
  const fault = (name: string) => faultWithin(problem, name)
  return (
    <Card title={planText.basics}>
      <Field
        id="survey-title"
        label={planText.name}
        placeholder={planText.nameHint}
        maxLength={40}
        value={form.title}
        fault={fault('title')}
        onInput={(title) => set({ title })}
      />
      <Field
        id="survey-about"
        tall
        optional
        label={planText.about}
        placeholder={planText.aboutHint}
        maxLength={200}
        value={form.about}
        fault={fault('about')}
        onInput={(about) => set({ about })}
      />
      <Box className="sv__two">
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <Field
            key={name}
            id={`survey-${name}`}
            kind="date"
            label={planText[name]}
            value={form[name]}
            fault={fault(name)}
            onInput={(day) => set({ [name]: day })}
          />
        ))}
      </Box>
      <Box className="muted">{planText.daysHelp}</Box>
    </Card>
  )
}

/** A refusal is said where it was asked for; what it is about stands at the fields. */
function Save({ plan }: { plan: Plan }) {
  useShowFault(plan.problem)
  const elsewhere = faultsElsewhere(plan.problem, fields)
  return (
    <>
      <Refusal problem={plan.problem}>
        {elsewhere.length > 0 && <Box>{planText.faults}</Box>}
        {elsewhere.map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Refusal>
      <Button busy={plan.busy} onTap={plan.save}>
        {planText.save}
      </Button>
    </>
  )
}
