import { Choice } from '../../../shared/forms/choice'
import { faultWithin } from '../../../shared/forms/field-faults'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { roomText as text } from '../text'
import type { RoomEditing } from '../use-room-form'
import { Chosen } from './chosen'
import { NumberOf, TextOf } from './room-fields'

const steps = ([15, 30, 60] as const).map((value) => ({ value: String(value), word: text.steps[value] }))
const approvals = (['automatic', 'staff'] as const).map((value) => ({ value, word: text.approvals[value] }))

/** How a room is booked, what it costs and what it asks. */
export function Rules({ editing }: { editing: RoomEditing }) {
  const { form, set, problem } = editing
  return (
    <>
      <Card title={text.rules}>
        <Chosen label={text.approval} fault={faultWithin(problem, 'room.approval')}>
          <Choice
            label={text.approval}
            options={approvals}
            chosen={form.approval}
            onChoose={(approval) => set({ approval })}
          />
        </Chosen>
        <Chosen label={text.step} fault={faultWithin(problem, 'room.slotMinutes')}>
          <Choice
            label={text.step}
            options={steps}
            chosen={form.slotMinutes === null ? null : String(form.slotMinutes)}
            onChoose={(chosen) => set({ slotMinutes: chosen === '15' ? 15 : chosen === '30' ? 30 : 60 })}
          />
        </Chosen>
        <Box className="rd__two">
          <NumberOf editing={editing} name="minMinutes" />
          <NumberOf editing={editing} name="maxMinutes" />
        </Box>
        <Box className="rd__two">
          <NumberOf editing={editing} name="noticeMinutes" help={text.noticeHelp} />
          <NumberOf editing={editing} name="horizonDays" help={text.horizonHelp} />
        </Box>
        <NumberOf editing={editing} name="bufferMinutes" help={text.bufferHelp} />
      </Card>
      <Card title={text.asks}>
        <TextOf editing={editing} name="price" label={text.price} help={text.priceHelp} most={60} optional />
        <TextOf
          editing={editing}
          name="rules"
          label={text.houseRules}
          help={text.wordsHelp}
          most={500}
          tall
          optional
        />
        <TextOf
          editing={editing}
          name="bring"
          label={text.bring}
          help={text.wordsHelp}
          most={300}
          tall
          optional
        />
      </Card>
    </>
  )
}
