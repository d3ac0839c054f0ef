/** The address to which the calendar of a telephone subscribes, in the table. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { makeCalendarAddress } from '../../support/calendar-address'
import { makePerson } from '../../support/world'
import * as cell from './cells'
import * as on from './stage'

export const calendarRows = {
  readCalendarAddress: cell.signedIn(on.nothing),
  endCalendarAddress: cell.signedIn(on.nothing),
  // Nobody has one that could be replaced; what is made otherwise is told in `integration/calendars`.
  makeCalendarAddress: {
    ...cell.signedIn(on.sends({ body: { replaces: '00000000-0000-4000-8000-00000000000a' } })),
    answers: cell.row(on.nothing, {
      anonymous: 'sign_in_required',
      ...(Object.fromEntries(
        ['party', 'other', 'staff', 'elsewhere', 'supervisor'].map((who) => [
          who,
          'calendar_address_changed',
        ]),
      ) as Record<'party' | 'other' | 'staff' | 'elsewhere' | 'supervisor', cell.Verdict>),
    }).answers,
  },
  // Whoever has the address, whoever they are.
  readCalendarFeed: cell.everybody(async ({ app }) => {
    const { file } = await makeCalendarAddress(app, await makePerson(app))
    return { params: { file } }
  }),
} satisfies Partial<Record<EndpointName, cell.Row>>
