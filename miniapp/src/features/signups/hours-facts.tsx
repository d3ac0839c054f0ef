import type { SignupDetail } from '@linli/contracts/signup-case'
import { halvesWords } from '@linli/contracts/task-words'
import { momentWords } from '../../shared/time/time-words'
import { useNow } from '../../shared/time/use-now'
import { Fact } from '../../shared/ui/row'
import { signupText as text } from './text'

/** When somebody came and went, what that gives, and what was confirmed last. */
export function HoursFacts({ one: { facts, state } }: { one: SignupDetail }) {
  const now = useNow()
  const { cameAt, leftAt, proposed, halves } = facts
  return (
    <>
      {cameAt !== null && <Fact name={text.came}>{momentWords(cameAt, now)}</Fact>}
      {leftAt !== null && <Fact name={text.left}>{momentWords(leftAt, now)}</Fact>}
      {proposed !== null && <Fact name={text.proposed}>{halvesWords(proposed)}</Fact>}
      {halves !== null && state !== 'absent' && <Fact name={text.hours}>{halvesWords(halves)}</Fact>}
    </>
  )
}
