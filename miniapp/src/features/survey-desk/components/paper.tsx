import type { Survey } from '@linli/contracts/surveys'
import { faultText } from '../../../shared/http/problem-text'
import { useShortcuts } from '../../../shared/staff/shortcuts'
import { useKeys } from '../../../shared/staff/use-keys'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { useWide } from '../../../shared/staff/use-wide'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { paperText } from '../text'
import { usePaper } from '../use-paper'
import { optionsOf } from '../words'

const digits = [1, 2, 3, 4, 5, 6]

/** One sheet after the other: its number, a tap for every answer, on to the next. */
export function Paper({ survey, community }: { survey: Survey; community: string }) {
  const paper = usePaper(survey, community)
  const { form, answers, entered, problem, busy } = paper
  const shortcuts = useShortcuts()
  const keys = useWide() && shortcuts
  useShowFault(problem)
  useKeys({
    ...Object.fromEntries(digits.map((digit) => [String(digit), () => paper.chooseNext(digit - 1)])),
    Enter: () => paper.save(),
  })
  return (
    <>
      <Box role="status" className="strong">
        {entered === null ? paperText.countNone : paperText.count(entered)}
      </Box>
      <Card>
        <Field
          id="paper-sheet"
          kind="code"
          label={paperText.sheet}
          maxLength={12}
          help={form.plain ? paperText.plainHelp : paperText.sheetHelp}
          value={form.typed}
          fault={faultText(problem, 'body.sheet')}
          onInput={form.setTyped}
        />
        <Button look="plain" onTap={() => form.setPlain(!form.plain)}>
          {form.plain ? paperText.notPlain : paperText.isPlain}
        </Button>
      </Card>
      {survey.questions.map((question, n) => (
        <Asked
          key={n}
          title={`${n + 1}. ${question.title}`}
          options={optionsOf(question)}
          chosen={answers[n] ?? null}
          fault={faultText(problem, `body.answers.${n}`)}
          onChoose={(option) => paper.choose(n, option)}
        />
      ))}
      <Refusal problem={problem} />
      <Button busy={busy} onTap={() => paper.save()}>
        {paperText.save}
      </Button>
      {paper.mayCorrect && (
        <>
          <Box className="muted">{paperText.correctHelp}</Box>
          <Button look="ghost" busy={busy} onTap={() => paper.save(true)}>
            {paperText.correct}
          </Button>
        </>
      )}
      {keys && <Box className="muted">{paperText.keys}</Box>}
    </>
  )
}

interface AskedProps {
  title: string
  options: readonly string[]
  chosen: number | null
  fault: string | null
  onChoose: (option: number) => void
}

const Asked = ({ title, options, chosen, fault, onChoose }: AskedProps) => (
  <Card title={title}>
    <Choice
      label={title}
      options={options.map((word, n) => ({ value: String(n), word }))}
      chosen={chosen === null ? null : String(chosen)}
      faulty={fault !== null}
      onChoose={(value) => onChoose(Number(value))}
    />
    {fault !== null && <Box className="field__fault">{fault}</Box>}
  </Card>
)
