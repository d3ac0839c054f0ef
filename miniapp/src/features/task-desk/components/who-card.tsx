import { paperKind, skill } from '@linli/contracts/volunteer-case'
import { paperWord, skillWord } from '@linli/contracts/volunteer-words'
import { Choice } from '../../../shared/forms/choice'
import { Counter } from '../../../shared/forms/counter'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { editText as text } from '../text'
import type { Plan } from '../use-task-form'
import { Switch } from './switch'

const any = { value: 'any', word: text.any } as const
const skills = [any, ...skill.options.map((value) => ({ value, word: skillWord[value] }))]
const papers = [any, ...paperKind.options.map((value) => ({ value, word: paperWord[value] }))]

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
      <Box>
        <Switch
          on={twoPeople}
          under={text.twoHelp}
          onTap={() => set({ twoPeople: !twoPeople, ...(twoPeople ? {} : { places: Math.max(2, places) }) })}
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
