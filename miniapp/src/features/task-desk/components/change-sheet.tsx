import type { Task } from '@linli/contracts/tasks'
import { Counter } from '../../../shared/forms/counter'
import { Field } from '../../../shared/forms/field'
import { faultsElsewhere } from '../../../shared/forms/field-faults'
import { faultText } from '../../../shared/http/problem-text'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { type Changing, useTaskChange, whyWords } from '../change'
import { changeText as text, editText } from '../text'

const fields = ['startsAt', 'endsAt', 'place', 'about', 'places']

/** Another time, place or number of people; whom another time hits is seen before it counts. */
export function ChangeSheet({ task, onClose }: { task: Task; onClose: () => void }) {
  const changing = useTaskChange(task, onClose)
  const { moves, seen, busy, problem, whole } = changing
  const looks = moves && seen === undefined && task.taken + task.waiting > 0
  return (
    <Sheet title={text.title} onClose={onClose}>
      <Times changing={changing} />
      <What changing={changing} home={task.place === null} />
      {seen !== undefined && <Hit seen={seen} />}
      <Refusal problem={problem}>
        {faultsElsewhere(problem, fields).map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Refusal>
      <Button busy={busy} needs={whole ? null : text.needs} onTap={looks ? changing.look : changing.send}>
        {looks ? text.look : text.send}
      </Button>
      {looks && <Box className="muted">{text.lookHelp}</Box>}
      {!moves && <Box className="muted">{text.sendHelp}</Box>}
    </Sheet>
  )
}

function Times({ changing: { form, set, problem } }: { changing: Changing }) {
  return (
    <>
      <Field
        id="change-day"
        kind="date"
        label={editText.day}
        value={form.day}
        fault={faultText(problem, 'body.startsAt')}
        onInput={(day) => set({ day })}
      />
      <Box className="td__two">
        <Field
          id="change-from"
          kind="time"
          label={editText.from}
          value={form.from}
          onInput={(from) => set({ from })}
        />
        <Field
          id="change-to"
          kind="time"
          label={editText.to}
          value={form.to}
          fault={faultText(problem, 'body.endsAt')}
          onInput={(to) => set({ to })}
        />
      </Box>
    </>
  )
}

function What({ changing: { form, set, problem }, home }: { changing: Changing; home: boolean }) {
  return (
    <>
      {!home && (
        <Field
          id="change-place"
          label={editText.place}
          maxLength={60}
          value={form.place}
          fault={faultText(problem, 'body.place')}
          onInput={(place) => set({ place })}
        />
      )}
      <Field
        id="change-about"
        tall
        optional
        label={editText.about}
        maxLength={500}
        value={form.about}
        fault={faultText(problem, 'body.about')}
        onInput={(about) => set({ about })}
      />
      <Counter
        id="change-places"
        label={editText.places}
        value={form.places}
        most={500}
        step={1}
        fault={faultText(problem, 'body.places')}
        onChange={(places) => set({ places })}
      />
    </>
  )
}

/** Who cannot come then, with a number to call; the others come along. */
function Hit({ seen: { stand, wait, hit } }: { seen: NonNullable<Changing['seen']> }) {
  const along = stand - hit.length
  return (
    <Box className="td__part" live>
      {along + wait > 0 && <Box className="strong">{text.goAlong(along, wait)}</Box>}
      {hit.length > 0 && <Box>{text.hit(hit.length)}</Box>}
      {hit.map(({ caseId, name, phone, why }) => (
        <Box key={caseId} className="td-person">
          <Box className="strong">{name}</Box>
          <Box>{whyWords(why)}</Box>
          {phone !== null && (
            <Tap className="phone-link" onTap={() => dial(phone)}>
              {phone}
            </Tap>
          )}
        </Box>
      ))}
    </Box>
  )
}
