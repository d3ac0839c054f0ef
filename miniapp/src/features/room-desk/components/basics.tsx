import { Choice } from '../../../shared/forms/choice'
import { faultWithin } from '../../../shared/forms/field-faults'
import { Several } from '../../../shared/forms/several'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { roomText as text } from '../text'
import type { RoomEditing } from '../use-room-form'
import { equipmentOptions, kindOptions, purposeOptions } from '../words'
import { Chosen } from './chosen'
import { NumberOf, TextOf } from './room-fields'

/** What a room is, and where. */
export function Basics({ editing }: { editing: RoomEditing }) {
  const { form, set, problem } = editing
  return (
    <>
      <Card title={text.basics}>
        <TextOf editing={editing} name="name" label={text.name} hint={text.nameHint} most={40} />
        <Chosen label={text.kind} fault={faultWithin(problem, 'room.kind')}>
          <Choice
            label={text.kind}
            options={kindOptions}
            chosen={form.kind}
            onChoose={(kind) => set({ kind })}
          />
        </Chosen>
        <Box className="rd__two">
          <NumberOf editing={editing} name="capacity" />
          <NumberOf editing={editing} name="areaSquareMetres" />
        </Box>
        <Chosen label={text.stepFree} fault={faultWithin(problem, 'room.stepFree')}>
          <Choice
            label={text.stepFree}
            options={[
              { value: 'yes', word: text.yes },
              { value: 'no', word: text.no },
            ]}
            chosen={form.stepFree === null ? null : form.stepFree ? 'yes' : 'no'}
            onChoose={(chosen) => set({ stepFree: chosen === 'yes' })}
          />
        </Chosen>
        <TextOf editing={editing} name="floor" label={text.floor} hint={text.floorHint} most={20} optional />
        <TextOf editing={editing} name="door" label={text.door} hint={text.doorHint} most={40} optional />
      </Card>
      <Card title={text.uses}>
        <Chosen label={text.purposes} fault={faultWithin(problem, 'room.purposes')}>
          <Several
            label={text.purposes}
            options={purposeOptions}
            chosen={form.purposes}
            onChange={(purposes) => set({ purposes })}
          />
        </Chosen>
        <Chosen label={text.equipment} fault={faultWithin(problem, 'room.equipment')}>
          <Several
            label={text.equipment}
            options={equipmentOptions}
            chosen={form.equipment}
            onChange={(equipment) => set({ equipment })}
          />
        </Chosen>
      </Card>
    </>
  )
}
