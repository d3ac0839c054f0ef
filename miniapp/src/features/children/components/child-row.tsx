import type { ChildSummary } from '@linli/contracts/children'
import { pages } from '../../../shared/navigation/pages'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import type { Tone } from '../../../shared/ui/tone'
import { childrenText } from '../text'
import { readiness } from '../words'

const tones: Record<keyof typeof childrenText.state, Tone> = {
  verified: 'good',
  unverified: 'wait',
  unasked: 'bad',
  refused: 'quiet',
  frozen: 'bad',
  doubled: 'bad',
}

/** For whoever picks the child up: to its day at once. */
export const ChildDayRow = ({ child }: { child: ChildSummary }) => (
  <Row picture="face-kid" title={child.nickname} under={childrenText.today} to={pages.childDays(child.id)} />
)

export function ChildRow({ child }: { child: ChildSummary }) {
  const state = readiness(child)
  return (
    <Row
      picture="face-kid"
      title={child.nickname}
      under={childrenText.stateHelp[state]}
      end={<StateTag tone={tones[state]}>{childrenText.state[state]}</StateTag>}
      to={pages.child(child.id)}
    />
  )
}
