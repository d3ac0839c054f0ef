import {
  endCalendarAddress,
  makeCalendarAddress,
  readCalendarAddress,
} from '@linli/contracts/calendar-address'
import { useState } from 'react'
import { useAnswer } from '../../shared/http/use-answer'
import type { Reply } from '../../shared/http/request'
import { useWrite } from '../../shared/http/use-write'
import { say } from '../../shared/ui/page/say'
import { calendarsText as text } from './text'

export const useAddress = (enabled: boolean) => useAnswer(readCalendarAddress, {}, { enabled })

export type MadeAddress = Reply<typeof makeCalendarAddress>

/** A new one is shown while the page stands, and kept nowhere; giving it up takes it from the page as well. */
export function useMaking(isNew: boolean) {
  const [made, setMade] = useState<MadeAddress | null>(null)
  const making = useWrite(makeCalendarAddress, {
    done(reply) {
      setMade(reply)
      if (!isNew) say(text.renewed)
    },
  })
  const ending = useWrite(endCalendarAddress, {
    done() {
      setMade(null)
      say(text.ended)
    },
  })
  return {
    made,
    make: (replaces: string | null) => making.mutate({ body: { replaces } }),
    end: () => ending.mutate({}),
    isMaking: making.isPending,
    isEnding: ending.isPending,
    error: making.error ?? ending.error,
  }
}
