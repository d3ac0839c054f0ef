import type { readBookingCalendar } from '@linli/contracts/booking-calendar'
import type { readSignupCalendar } from '@linli/contracts/signups'
import { saveFile } from '../files/save-file'
import { useLook } from '../http/use-answer'

/** A file that any calendar reads; of what was given up, one that takes it out again. */
export function useCalendar(endpoint: typeof readSignupCalendar | typeof readBookingCalendar, id: string) {
  const look = useLook(endpoint)
  const add = () =>
    look.mutate(
      { params: { id } },
      { onSuccess: ({ name, calendar }) => void saveFile(name, { type: 'text/calendar', text: calendar }) },
    )
  return { add, isPending: look.isPending, error: look.error, takesOut: true }
}
