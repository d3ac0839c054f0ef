import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ProblemError } from '../http/problem'
import { say } from '../ui/page/say'
import { calendarText } from './calendar-text'

interface CalendarEntry {
  title: string
  startsAt: string
  endsAt: string
  place: string
  about: string
}

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)
const alarmSeconds = 2 * 3600

/** Into the calendar of the telephone, which asks its owner first; a browser asks the service for a file instead. */
export function useCalendar(_endpoint: unknown, _id: string, entry: CalendarEntry) {
  const [isPending, setPending] = useState(false)
  async function add() {
    setPending(true)
    try {
      await Taro.addPhoneCalendar({
        title: entry.title,
        startTime: seconds(entry.startsAt),
        endTime: String(seconds(entry.endsAt)),
        location: entry.place,
        description: entry.about,
        alarm: true,
        alarmOffset: alarmSeconds,
      })
      say(calendarText.added)
    } catch {
      say(calendarText.refused)
    } finally {
      setPending(false)
    }
  }
  // What lies in the calendar of a telephone only its owner takes out.
  return { add, isPending, error: null as ProblemError | null, takesOut: false }
}
