/** The address to which the calendar of a telephone subscribes. */
import type { CalendarAddress } from '../../bff/contracts/src/calendar-address'
import type { TestApp } from './app'
import { ok } from './story'
import type { Person } from './world'

export interface Made extends CalendarAddress {
  link: string
  /** Its last part. */
  file: string
}

export async function makeCalendarAddress(
  app: TestApp,
  who: Pick<Person, 'token'>,
  replaces: string | null = null,
  key?: string,
): Promise<Made> {
  const made = await ok(
    app.call<Omit<Made, 'file'>>('makeCalendarAddress', {
      body: { replaces },
      token: who.token,
      ...(key && { key }),
    }),
  )
  return { ...made, file: made.link.slice(made.link.lastIndexOf('/') + 1) }
}

export interface Fed {
  status: number
  headers: Headers
  text: string
}

/** As a calendar asks: without a session, and with what it has already. */
export async function askFeed(
  app: TestApp,
  file: string,
  headers: Record<string, string> = {},
): Promise<Fed> {
  const response = await fetch(`${app.base}/v1/calendars/${file}`, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
