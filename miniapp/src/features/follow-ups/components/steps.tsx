import type { FollowUpDetail } from '@linli/contracts/follow-ups'
import { useState } from 'react'
import { Button } from '../../../shared/ui/button'
import { Decide } from '../../../shared/staff/decide'
import { type Step, stepsOf } from '../steps'
import { stepText } from '../confidential-text'
import { StepSheet } from './step-sheet'

const usual: readonly Step[] = ['contact', 'tell', 'rectify', 'uphold', 'again']
const ends: readonly Step[] = ['overturn', 'conclude', 'return']

/** What the reader may do now; nothing to show where it is not their turn. */
export function Steps({ one }: { one: FollowUpDetail }) {
  const [open, setOpen] = useState<Step | null>(null)
  return (
    <>
      <Decide>
        {stepsOf(one.can).map((step) => (
          <Button
            key={step}
            look={usual.includes(step) ? 'main' : ends.includes(step) ? 'danger' : 'ghost'}
            onTap={() => setOpen(step)}
          >
            {stepText(step, one).button}
          </Button>
        ))}
      </Decide>
      {open !== null && <StepSheet one={one} step={open} onClose={() => setOpen(null)} />}
    </>
  )
}
