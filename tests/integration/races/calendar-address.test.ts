/** Two who renew an address in the same instant: one address lives, and nobody is told of one that is dead. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../../bff/src/platform/crypto'
import { testApp } from '../../support/app'
import { askFeed, makeCalendarAddress } from '../../support/calendar-address'
import { together, values } from '../../support/together'
import { makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()

beforeAll(() => makeDivisions(app))

const renew = (who: Person, replaces: string | null) =>
  together(8, () => makeCalendarAddress(app, who, replaces))

test.each(['the first one', 'a new one'])(
  '%s, eight at once: one is told, and leads somewhere',
  async (what) => {
    const who = await makePerson(app)
    const replaces = what === 'a new one' ? (await makeCalendarAddress(app, who)).id : null
    const told = values(await renew(who, replaces))
    expect(told).toHaveLength(1)
    expect((await askFeed(app, told[0]?.file ?? '')).status).toBe(200)
  },
)

test('control: where nobody says which one they replace, all are told and one is left', async () => {
  const who = await makePerson(app)
  const tokens = values(
    await together(8, async () => {
      const token = randomUUID()
      await app.deps.db.client.$executeRaw`
        INSERT INTO calendar_addresses (account_id, id, token_hash, created_at)
        VALUES (${who.accountId}::uuid, gen_random_uuid(), ${sha256(token)}, now())
        ON CONFLICT (account_id) DO UPDATE SET id = excluded.id, token_hash = excluded.token_hash`
      return token
    }),
  )
  const alive = await Promise.all(tokens.map((token) => askFeed(app, `${token}.ics`)))
  expect(alive.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(404)])
})
