import { paperKind, skill } from '@linli/contracts/volunteer-case'
import { paperWord, skillWord } from '@linli/contracts/volunteer-words'
import { Choice } from '../../../shared/forms/choice'
import { Counter } from '../../../shared/forms/counter'
import { Switch } from '../../../shared/forms/switch'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { editText as text } from '../text'
import type { Plan } from '../use-task-form'

const any = { value: 'any', word: text.any } as const
const skills = [any, ...skill.options.map((value) => ({ value, word: skillWord[value] }))]
const papers = [any, ...paperKind.options.map((value) => ({ value, word: paperWord[value] }))]

const homeAnswers = [
  { value: 'yes', word: text.homeYes },
  { value: 'no', word: text.homeNo },
] as const

/** How many, and what they have to bring. */
export function WhoCard({ plan: { form, set, problem, teamId } }: { plan: Plan }) {
  const { twoPeople, places, home } = form
  return (
    <Card title={text.who}>
      <Counter
        id="task-places"
        label={text.places}
        value={places}
        most={500}
        step={1}
        proposed={[1, 2, 5, 10]}
        word={text.placesOf}
        fault={faultText(problem, 'body.places')}
        onChange={(n) => set({ places: n })}
      />
      {home && <HomeQuestion plan={{ form, set, problem }} />}
      <Box>
        <Switch
          on={twoPeople}
          under={text.twoHelp}
          onTap={() =>
            set({ twoPeople: !twoPeople, ...(twoPeople ? {} : { places: Math.max(2, places ?? 0) }) })
          }
        >
          {text.two}
        </Switch>
        {!twoPeople && !home && (
          <Switch on={form.adultsOnly} onTap={() => set({ adultsOnly: !form.adultsOnly })}>
            {text.adults}
          </Switch>
        )}
        {teamId !== null && (
          <Switch on={form.teamOnly} onTap={() => set({ teamOnly: !form.teamOnly })}>
            {text.teamOnly}
          </Switch>
        )}
      </Box>
      <Box className="field">
        <Box className="label">{text.skill}</Box>
        <Choice
          label={text.skill}
          options={skills}
          chosen={form.skill ?? 'any'}
          onChoose={(chosen) => set({ skill: chosen === 'any' ? null : chosen })}
        />
      </Box>
      <Box className="field">
        <Box className="label">{text.paper}</Box>
        <Choice
          label={text.paper}
          options={papers}
          chosen={form.paper ?? 'any'}
          onChoose={(chosen) => set({ paper: chosen === 'any' ? null : chosen })}
        />
      </Box>
    </Card>
  )
}

/** Whose home it is decides whether one may go: nobody guesses it for staff. */
function HomeQuestion({ plan: { form, set, problem } }: { plan: Pick<Plan, 'form' | 'set' | 'problem'> }) {
  const { homeNeedsTwo, places } = form
  const fault = faultText(problem, 'body.homeNeedsTwo') ?? faultText(problem, 'body.twoPeople')
  return (
    <Box className="field">
      <Box className="label">{text.homeAsk}</Box>
      <Choice
        label={text.homeAsk}
        options={homeAnswers}
        chosen={homeNeedsTwo === null ? null : homeNeedsTwo ? 'yes' : 'no'}
        faulty={fault !== null}
        onChoose={(answer) =>
          set(
            answer === 'yes'
              ? { homeNeedsTwo: true, twoPeople: true, places: Math.max(2, places ?? 0) }
              : { homeNeedsTwo: false },
          )
        }
      />
      <Box className="muted">{text.homeHelp}</Box>
      {fault !== null && (
        <Box className="field__fault" role="alert">
          {fault}
        </Box>
      )}
    </Box>
  )
}
