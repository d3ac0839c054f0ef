import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { programmeText } from '../programme-text'
import { type ProgrammeStep, canCallOff, stepOf } from '../steps'
import { StepSheet } from './step-sheet'

interface Props {
  one: Programme
}

/** What staff do with the programme next; it asks first. */
export function NextSteps({ one }: Props) {
  // What was asked stays asked, whatever is next meanwhile.
  const [asked, setAsked] = useState<ProgrammeStep | null>(null)
  const step = stepOf(one)
  return (
    <>
      {step !== null && (
        <Card title={programmeText.next}>
          <Box className="pd__two">
            <Button onTap={() => setAsked(step)}>{programmeText.steps[step]}</Button>
            {one.state === 'draft' && (
              <Button look="ghost" to={pages.editProgramme(one.id)}>
                {programmeText.edit}
              </Button>
            )}
          </Box>
        </Card>
      )}
      {asked !== null && <StepSheet one={one} step={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Calling it off, out of the way of all the rest. */
export function CallOff({ one }: Props) {
  const [asked, setAsked] = useState(false)
  if (!canCallOff(one)) return null
  return (
    <Card title={programmeText.callOff}>
      <Box className="muted">
        {one.state === 'draft' ? programmeText.callOffDraft : programmeText.callOffHelp}
      </Box>
      <Box className="after-card">
        <Button look="danger" onTap={() => setAsked(true)}>
          {programmeText.steps.cancel}
        </Button>
      </Box>
      {asked && <StepSheet one={one} step="cancel" onClose={() => setAsked(false)} />}
    </Card>
  )
}
