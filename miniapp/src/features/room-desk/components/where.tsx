import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { degreesOf } from '../facility-form'
import { canPick, herePosition, pickPosition } from '../position'
import { facilityText as text } from '../text'
import type { FacilityEditing } from '../use-facility-form'

/** Where on earth: typed, from the phone at the door, or picked on the platform's map. */
export function Where({ editing: { form, set, problem } }: { editing: FacilityEditing }) {
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (from: typeof herePosition, none: string | null) => {
    setBusy(true)
    setSaid(null)
    const found = await from()
    setBusy(false)
    if (found !== null) set(degreesOf(found))
    setSaid(found === null ? none : text.located)
  }
  return (
    <Card title={text.where}>
      <Box className="muted">{text.whereHelp}</Box>
      <Box className="rd__two">
        {(['longitude', 'latitude'] as const).map((name) => (
          <Field
            key={name}
            id={`facility-${name}`}
            label={text[name]}
            maxLength={12}
            value={form[name]}
            fault={faultWithin(problem, `position.${name}`)}
            onInput={(value) => set({ [name]: value })}
          />
        ))}
      </Box>
      <Button look="ghost" busy={busy} onTap={() => void take(herePosition, text.notLocated)}>
        {text.locate}
      </Button>
      {canPick && (
        <Button look="ghost" disabled={busy} onTap={() => void take(pickPosition, null)}>
          {text.pick}
        </Button>
      )}
      {said !== null && <Box role="status">{said}</Box>}
    </Card>
  )
}
