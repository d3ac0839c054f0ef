/** Tabs of one browser: however their renewals fall between each other, nobody is signed out, and a thief is caught. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meOf, openTab, type Stored, type Tab, tokenFamily } from '../../support/tabs'

const stored: Stored = new Map()
const tabs: Tab[] = []
for (let n = 0; n < 4; n++) tabs.push(await openTab(stored))

type Family = ReturnType<typeof tokenFamily>
let families = 0

/** Everybody is signed in as the same person in a new session. */
function signIn(): Family {
  const family = tokenFamily((families += 1))
  stored.clear()
  for (const tab of tabs) tab.session.followStorage()
  tabs[0]?.session.beginSession({ ...family.tokens(), me: meOf('li') })
  for (const tab of tabs) tab.session.followStorage()
  return family
}

const accessOf = (tab: Tab): string => tab.session.currentSession()?.tokens.accessToken ?? ''

/** The service over a network that delivers in any order and may lose an answer, which is then asked for again. */
const network =
  (family: Family, s: fc.Scheduler, { lost, key: own }: { lost: boolean; key?: () => string }) =>
  async (refreshToken: string, key: string) => {
    await s.schedule(Promise.resolve(), 'sent')
    if (lost) {
      family.exchange(refreshToken, own?.() ?? key)
      await s.schedule(Promise.resolve(), 'lost')
    }
    const tokens = family.exchange(refreshToken, own?.() ?? key)
    await s.schedule(Promise.resolve(), 'answered')
    return tokens
  }

interface Round {
  /** Which tabs meet the expiry, and whose answer is lost on the way. */
  tabs: { n: number; lost: boolean }[]
}

const round = fc.record({
  tabs: fc.uniqueArray(fc.record({ n: fc.nat(3), lost: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ n }) => n,
  }),
})

async function renewAll(family: Family, s: fc.Scheduler, { tabs: meeting }: Round, key?: () => string) {
  const renewals = meeting.map(async ({ n, lost }) => {
    const tab = tabs[n] as Tab
    const exchange = network(family, s, key ? { lost: false, key } : { lost })
    await s.schedule(Promise.resolve(), `tab ${n} meets the expiry`)
    await tab.refresh.exchangeOnce(accessOf(tab), exchange)
  })
  await s.waitAll()
  return Promise.allSettled(renewals)
}

test('tabs whose tokens expire together stay signed in, round after round, whatever answers are lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(round, { minLength: 1, maxLength: 4 }), async (s, rounds) => {
      const family = signIn()
      for (const one of rounds) {
        const outcomes = await renewAll(family, s, one)
        expect(outcomes.map(({ status }) => status)).not.toContain('rejected')
      }
      expect(family.revoked()).toBe(false)
      for (const tab of tabs) {
        const now = tab.session.followStorage()
        expect(Number(now?.tokens.refreshToken.split('.')[1])).toBe(family.generation())
      }
      expect(new Set(tabs.map((tab) => tab.session.currentSession()?.renewalKey)).size).toBe(1)
    }),
  )
})

test('with a key of its own for each try, tabs sign each other out (the control)', async () => {
  let keys = 0
  const outcome = await fc.check(
    fc.asyncProperty(fc.scheduler(), round, async (s, one) => {
      const family = signIn()
      await renewAll(family, s, one, () => `key-${(keys += 1)}`)
      expect(family.revoked()).toBe(false)
    }),
  )
  expect(outcome.failed).toBe(true)
})

test('whoever copied a token alone ends the session by using it, before the tabs or after them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), round, fc.boolean(), async (s, one, before) => {
      const family = signIn()
      const copied = tabs[0]?.session.currentSession()?.tokens.refreshToken ?? ''
      if (before) family.exchange(copied, 'the-thief')
      await renewAll(family, s, one)
      if (!before) expect(() => family.exchange(copied, 'the-thief')).toThrow()
      expect(family.revoked()).toBe(true)
    }),
  )
})

test('who is signed in is what was done last: a renewal on its way brings nobody back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      round,
      fc.nat(3),
      fc.constantFrom('out', 'another', 'again'),
      async (s, one, n, what) => {
        const family = signIn()
        const next = tokenFamily((families += 1))
        const acting = (async () => {
          await s.schedule(Promise.resolve(), what)
          const { session } = tabs[n] as Tab
          if (what === 'out') session.endSessionHere(null)
          else session.beginSession({ ...next.tokens(), me: meOf(what === 'again' ? 'li' : 'yang') })
        })()
        await Promise.all([renewAll(family, s, one), acting])
        const expected = { out: undefined, another: 'yang', again: 'li' }[what]
        for (const tab of tabs) {
          const now = tab.session.followStorage()
          expect(now?.me.id).toBe(expected)
          if (now) expect(now.tokens.refreshToken.slice(0, 36)).toBe(next.tokens().refreshToken.slice(0, 36))
        }
      },
    ),
  )
})

test('a session is not given up while another tab has stored newer tokens of it', async () => {
  const family = signIn()
  const [quick, slow] = tabs as [Tab, Tab]
  const old = accessOf(slow)
  let answered = (): void => {}
  const late = slow.refresh.exchangeOnce(old, async () => {
    await new Promise<void>((resolve) => (answered = resolve))
    throw new Error('session_expired')
  })
  await quick.refresh.exchangeOnce(old, async (token, key) => Promise.resolve(family.exchange(token, key)))
  answered()
  await late
  expect(accessOf(slow)).toBe(accessOf(quick))
})

test('what forbidden storage cannot keep lasts as long as the page, and its session can be renewed', async () => {
  const refused = new Map<string, string>()
  refused.set = () => {
    throw new Error('QuotaExceededError')
  }
  const tab = await openTab(refused)
  const family = tokenFamily((families += 1))
  tab.session.beginSession({ ...family.tokens(), me: meOf('li') })
  const old = accessOf(tab)
  await tab.refresh.exchangeOnce(old, (token, key) => Promise.resolve(family.exchange(token, key)))
  expect(accessOf(tab)).not.toBe(old)
  expect(tab.session.followStorage()?.me.id).toBe('li')
})
