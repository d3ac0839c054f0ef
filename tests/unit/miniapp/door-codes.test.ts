import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as server from '../../../bff/src/platform/door-codes'
import * as app from '../../../miniapp/src/features/door-codes/code'

const secret = Buffer.alloc(32, 3)

test('phone and service make the same codes, and read each other', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat({ max: 4_000_000_000_000 }), (task, person, now) => {
      const key = server.taskKey(secret, task)
      const slot = app.slotOf(now)
      expect(slot).toBe(server.slotOf(new Date(now)))
      expect(app.codeIn(key, slot)).toBe(server.codeIn(key, slot))
      const own = app.personKey(key, person)
      expect(own).toBe(server.personKey(key, person))
      expect(server.isCodeAt(own, app.codeIn(own, slot), new Date(now))).toBe(true)
      expect(app.isCodeAt(own, server.codeIn(own, slot), now)).toBe(true)
      expect(app.isCodeAt(own, server.codeIn(own, slot - 2), now)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a picture says whose it is; anything else is no code', () => {
  const [id, code] = ['0c9bd3d2-6f47-4d3e-8a53-1f1f0a1b2c3d', '01234567']
  expect(app.readPicture(app.organiserPicture(id, code))).toEqual({ of: 'screen', id, code })
  expect(app.readPicture(app.volunteerPicture(id, code))).toEqual({ of: 'own', id, code })
  for (const other of ['', 'https://example.com', `LINLI-T:${id}:123`, `LINLI-X:${id}:${code}`])
    expect(app.readPicture(other)).toBeUndefined()
})
