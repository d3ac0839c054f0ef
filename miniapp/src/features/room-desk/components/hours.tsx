import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { newTimes, type SeasonForm } from '../form'
import { roomText as text } from '../text'
import type { RoomEditing } from '../use-room-form'
import { TimesFields } from './times'

const mostSeasons = 6

/** When a room is open: every week, and in parts of the year of its own. */
export function Hours({ editing }: { editing: RoomEditing }) {
  const { form, set, problem } = editing
  return (
    <Card title={text.open}>
      <TimesFields
        id="room-times"
        times={form.times}
        fault={faultWithin(problem, 'room.openings')}
        onChange={(times) => set({ times })}
      />
      <Seasons editing={editing} />
    </Card>
  )
}

function Seasons({ editing: { form, set, problem } }: { editing: RoomEditing }) {
  const { seasons } = form
  const change = (at: number, part: Partial<SeasonForm>) =>
    set({ seasons: seasons.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  return (
    <Box className="field">
      <Box className="label">{text.seasons}</Box>
      <Box className="muted">{text.seasonsHelp}</Box>
      {seasons.map((season, n) => (
        <Box key={n} className="rd__part" role="group" label={text.season(n + 1)}>
          {(
            [
              ['name', text.seasonName, 12],
              ['from', text.seasonFrom, 5],
              ['to', text.seasonTo, 5],
            ] as const
          ).map(([name, label, maxLength]) => (
            <Field
              key={name}
              id={`room-season-${n}-${name}`}
              label={label}
              maxLength={maxLength}
              value={season[name]}
              fault={faultWithin(problem, `room.seasons.${n}.${name}`)}
              {...(name === 'name' ? { placeholder: text.seasonHint } : {})}
              onInput={(value) => change(n, { [name]: value })}
            />
          ))}
          {season.times.length === 0 && <Box className="muted">{text.seasonShut}</Box>}
          <TimesFields
            id={`room-season-${n}`}
            times={season.times}
            fault={faultWithin(problem, `room.seasons.${n}.openings`)}
            onChange={(times) => change(n, { times })}
          />
          <Button look="plain" onTap={() => set({ seasons: seasons.filter((_, other) => other !== n) })}>
            {text.removeSeason}
          </Button>
        </Box>
      ))}
      {seasons.length < mostSeasons && (
        <Button
          look="plain"
          onTap={() => set({ seasons: [...seasons, { name: '', from: '', to: '', times: [newTimes()] }] })}
        >
          {text.addSeason}
        </Button>
      )}
    </Box>
  )
}
