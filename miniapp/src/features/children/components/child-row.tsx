import type { ChildSummary } from '@linli/contracts/children'
import { pages } from '../../../shared/pages'
import { Row } from '../../../shared/ui/row'
import { StateTag, type Tone } from '../../../shared/ui/tag'
import { childrenText } from '../text'
import { readiness } from '../words'

const tones: Record<keyof typeof childrenText.state, Tone> = {
  verified: 'good',
  unverified: 'wait',
  unasked: 'bad',
  refused: 'quiet',
}

export function ChildRow({ child }: { child: ChildSummary }) {
  const state = readiness(child)
  return (
    <Row
      title={child.nickname}
      under={childrenText.stateHelp[state]}
      end={<StateTag tone={tones[state]}>{childrenText.state[state]}</StateTag>}
      to={pages.child(child.id)}
    />
  )
}
