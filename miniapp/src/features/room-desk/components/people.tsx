import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import type { Facility } from '../api'
import { facilityText as text } from '../text'
import type { FacilityEditing } from '../use-facility-form'
import { Chosen } from './chosen'

interface Props {
  editing: FacilityEditing
  hasKeeper: boolean
  partners: Facility['partners']
}

/** Who opens the door, and which partner unit runs the facility. */
export function People({ editing, hasKeeper, partners }: Props) {
  const { form, set, problem } = editing
  return (
    <>
      <Card title={text.keeper}>
        <Box className="muted">{text.keeperHelp}</Box>
        {hasKeeper && <Box>{form.keeperOut ? text.keeperWillGo : text.keeperKnown}</Box>}
        {!form.keeperOut && (
          <Box className="rd__two">
            <Field
              id="facility-keeper-name"
              kind="name"
              label={text.keeperName}
              maxLength={60}
              value={form.keeperName}
              fault={faultWithin(problem, 'keeper.name')}
              optional
              onInput={(keeperName) => set({ keeperName })}
            />
            <Field
              id="facility-keeper-phone"
              kind="phone"
              label={text.keeperPhone}
              maxLength={30}
              value={form.keeperPhone}
              fault={faultWithin(problem, 'keeper.phone')}
              optional
              onInput={(keeperPhone) => set({ keeperPhone })}
            />
          </Box>
        )}
        {hasKeeper && (
          <Button
            look="plain"
            onTap={() => set({ keeperOut: !form.keeperOut, keeperName: '', keeperPhone: '' })}
          >
            {form.keeperOut ? text.keeperIn : text.keeperOut}
          </Button>
        )}
      </Card>
      {partners !== null && partners.length > 0 && (
        <Card title={text.owner}>
          <Chosen label={text.owner} help={text.ownerHelp} fault={faultWithin(problem, 'ownerId')}>
            <Choice
              label={text.owner}
              options={[
                { value: '', word: text.ownerNone },
                ...partners.map(({ id, name }) => ({ value: id, word: name })),
              ]}
              chosen={form.owner}
              onChoose={(owner) => set({ owner })}
            />
          </Chosen>
        </Card>
      )}
    </>
  )
}
