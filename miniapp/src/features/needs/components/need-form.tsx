import './ask.css'
import { dayPart, help } from '@linli/contracts/need-case'
import { dayPartWord, helpWord } from '@linli/contracts/need-words'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import type { ProblemError } from '../../../shared/http/problem'
import { faultText } from '../../../shared/http/problem-text'
import { addDays, dayOf } from '../../../shared/time/shanghai'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import type { NeedDraft } from '../draft'
import { needsText } from '../text'

interface Props {
  draft: NeedDraft
  problem: ProblemError | null
  onChange: (part: Partial<NeedDraft>) => void
}

const kinds = help.options.map((value) => ({ value, word: helpWord[value] }))
const parts = dayPart.options.map((value) => ({ value, word: dayPartWord[value] }))
/** What, where and when; only what, in one's own words, has to be said. */
export const NeedForm = ({ draft, problem, onChange }: Props) => (
  <>
    <Card title={needsText.help}>
      <Choice
        label={needsText.help}
        options={kinds}
        chosen={draft.help}
        onChoose={(chosen) => onChange({ help: chosen })}
      />
      <Box className="need__part">
        <Field
          id="need-wish"
          tall
          label={needsText.wish}
          placeholder={needsText.wishHint}
          help={draft.forOther ? needsText.wishOtherHelp : needsText.wishHelp}
          maxLength={300}
          value={draft.wish}
          fault={faultText(problem, 'body.wish')}
          onInput={(wish) => onChange({ wish })}
        />
        <Field
          id="need-place"
          optional
          label={needsText.place}
          placeholder={needsText.placeHint}
          help={needsText.placeHelp}
          maxLength={60}
          value={draft.place}
          fault={faultText(problem, 'body.place')}
          onInput={(place) => onChange({ place })}
        />
      </Box>
    </Card>
    <When draft={draft} problem={problem} onChange={onChange} />
  </>
)

type DayChoice = 'any' | 'today' | 'tomorrow' | 'other'

function When({ draft, problem, onChange }: Props) {
  const today = dayOf(useNow())
  const tomorrow = addDays(today, 1)
  const days: readonly { value: DayChoice; word: string }[] = [
    { value: 'any', word: needsText.anyDay },
    { value: 'today', word: needsText.today },
    { value: 'tomorrow', word: needsText.tomorrow },
    { value: 'other', word: needsText.otherDay },
  ]
  const chosen = choiceOf(draft, today, tomorrow)
  const choose = (choice: DayChoice) =>
    onChange({ other: choice === 'other', day: { any: '', today, tomorrow, other: '' }[choice] })
  const fault = faultText(problem, 'body.day')
  return (
    <Card title={needsText.day}>
      <Choice label={needsText.day} options={days} chosen={chosen} onChoose={choose} />
      {(chosen === 'other' || fault !== null) && (
        <Box className="need__part">
          <Field
            id="need-day"
            kind="date"
            label={needsText.dayField}
            value={draft.day}
            fault={fault}
            onInput={(day) => onChange({ day, other: true })}
          />
        </Box>
      )}
      {chosen === 'today' && <Box className="muted need__part">{needsText.soon}</Box>}
      <Box className="need__part">
        <Box className="label">{needsText.part}</Box>
        <Choice
          label={needsText.part}
          options={parts}
          chosen={draft.part}
          onChoose={(part) => onChange({ part })}
        />
      </Box>
      <Box as="p" className="muted need__part">
        {needsText.promise}
      </Box>
    </Card>
  )
}

/** A day that was today when it was chosen is that day tomorrow, too. */
function choiceOf({ other, day }: NeedDraft, today: string, tomorrow: string): DayChoice {
  if (!other && day === today) return 'today'
  if (!other && day === tomorrow) return 'tomorrow'
  return other || day !== '' ? 'other' : 'any'
}
