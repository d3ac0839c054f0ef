import type { Programme } from '@linli/contracts/programmes'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { programmeText } from '../programme-text'
import { type ProgrammeStep, stepsOf } from '../steps'
import { StepSheet } from './step-sheet'

/** What staff may do with the programme now; each asks first. */
export function NextSteps({ one }: { one: Programme }) {
  const [asked, setAsked] = useState<ProgrammeStep | null>(null)
  const steps = stepsOf(one)
  return (
    <>
      {steps.length > 0 && (
        <Card title={programmeText.next}>
          <Box className="pd__two">
            {steps.map((step) => (
              <Button key={step} look={step === 'cancel' ? 'danger' : 'main'} onTap={() => setAsked(step)}>
                {programmeText.steps[step]}
              </Button>
            ))}
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
