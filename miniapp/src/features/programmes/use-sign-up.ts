import type { Programme } from '@linli/contracts/programmes'
import Taro from '@tarojs/taro'
import { useSession } from '../../shared/session/session'
import { useEligibility, useSignUp } from './api'
import { askFirst, isReady } from './eligibility'
import { phaseNow, takesSignUps } from './phase'
import { stepOf } from './step'
import { useChoice } from './use-choice'

/** Signing up for one programme: who may, who is chosen, what is next, and the one write. */
export function useSignUpHere(programme: Programme, now: number) {
  const signedIn = useSession() !== null
  const eligibility = useEligibility(programme.id, signedIn)
  const children = signedIn ? eligibility.data?.children : undefined
  const choice = useChoice(
    programme.id,
    (children ?? []).filter(isReady).map((one) => one.childId),
  )
  // The answer stands at the top of the page, the button at its end.
  const write = useSignUp(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
  const phase = phaseNow(programme, now)
  const entries = write.data === undefined || write.data === 'queued' ? [] : write.data.entries
  const others = (children ?? []).some(
    (one) => isReady(one) && !entries.some((entry) => entry.childId === one.childId),
  )
  const step = entries.length > 0 ? 'entered' : stepOf({ phase, signedIn, children, ...choice.said })
  return {
    eligibility,
    children,
    choice,
    phase,
    step,
    entries,
    /** Signs up those who are left; null while there are none. */
    more:
      others && entries.length > 0 && takesSignUps(phase)
        ? () => {
            choice.takeAll()
            write.reset()
          }
        : null,
    /** What has to be asked before the write. */
    ask: askFirst(children ?? [], choice.chosen),
    busy: write.isPending,
    problem: write.error,
    press() {
      const { chosen, group } = choice
      if (group !== null) write.mutate({ params: { id: programme.id }, body: { children: chosen, group } })
    },
  } as const
}

export type SignUpHere = ReturnType<typeof useSignUpHere>
