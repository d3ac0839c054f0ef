import type { SignupDetail } from '@linli/contracts/signup-case'
import { readSignupCalendar } from '@linli/contracts/signups'
import { saveFile } from '../../shared/files/save-file'
import { useLook } from '../../shared/http/use-answer'

/** A file that any calendar reads; of what was given up, one that takes it out again. */
export function useCalendar({ id }: SignupDetail) {
  const look = useLook(readSignupCalendar)
  const add = () =>
    look.mutate(
      { params: { id } },
      { onSuccess: ({ name, calendar }) => void saveFile(name, { type: 'text/calendar', text: calendar }) },
    )
  return { add, isPending: look.isPending, error: look.error, takesOut: true }
}
