import type { SignupDetail } from '@linli/contracts/signup-case'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ProblemError } from '../../shared/http/problem'
import { say } from '../../shared/ui/page/say'
import { signupText } from './text'

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)
const alarmSeconds = 2 * 3600

/** Into the calendar of the telephone, which asks its owner first. */
export function useCalendar({ title, endsAt, facts, communityName, number }: SignupDetail) {
  const [isPending, setPending] = useState(false)
  const { name, home, note, added, refused } = signupText.calendar
  async function add() {
    setPending(true)
    try {
      await Taro.addPhoneCalendar({
        title: name(title),
        startTime: seconds(facts.startsAt),
        endTime: String(seconds(endsAt)),
        location: facts.place === null ? home(communityName) : `${communityName} ${facts.place}`,
        description: note(number),
        alarm: true,
        alarmOffset: alarmSeconds,
      })
      say(added)
    } catch {
      say(refused)
    } finally {
      setPending(false)
    }
  }
  // What lies in the calendar of a telephone only its owner takes out.
  return { add, isPending, error: null as ProblemError | null, takesOut: false }
}
