import type { Period } from '@linli/contracts/common'
import { pages } from '../navigation/pages'
import { spanWords } from '../time/time-words'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import type { UsedUp } from './alternatives'

const words = {
  alternatives: '最近的空闲时间，点一下就换：',
  usedUp: '这一周用掉次数的是：',
  used: (what: string) => `${what}（已用，不能取消）`,
  toCancel: (what: string) => `去取消 ${what}`,
}

interface FreeProps {
  free: readonly Period[]
  now: number
  onTake: (period: Period) => void
}

/** The nearest free times that a refusal names, each one tap. */
export function FreeTimes({ free, now, onTake }: FreeProps) {
  if (free.length === 0) return null
  return (
    <>
      <Box>{words.alternatives}</Box>
      {free.map((one) => (
        <Button key={one.startsAt} look="danger" onTap={() => onTake(one)}>
          {spanWords(one.startsAt, one.endsAt, now)}
        </Button>
      ))}
    </>
  )
}

interface UsedProps {
  used: readonly UsedUp[]
  now: number
  /** They are somebody else's: only said. */
  said?: boolean
}

/** What uses a week up. */
export function UsedUpWeek({ used, now, said }: UsedProps) {
  if (used.length === 0) return null
  return (
    <>
      <Box>{words.usedUp}</Box>
      {used.map((one) => (
        <Used key={one.id} one={one} now={now} said={said === true} />
      ))}
    </>
  )
}

/** What has been used is said as used; what can still be cancelled leads to its page. */
function Used({ one, now, said }: { one: UsedUp; now: number; said: boolean }) {
  const what = `${spanWords(one.startsAt, one.endsAt, now)} ${one.roomName}`
  if (said) return <Box>{what}</Box>
  if (!one.canCancel) return <Box>{words.used(what)}</Box>
  return (
    <Button look="danger" to={pages.case(one.id)}>
      {words.toCancel(what)}
    </Button>
  )
}
