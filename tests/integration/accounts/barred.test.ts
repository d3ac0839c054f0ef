/** Joining tells nobody of a bar, and a bar holds after it. */
import { expect, test } from 'vitest'
import { joinWith, newPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { makeDoorPerson } from '../../support/care'
import { linkOf, verify } from '../../support/care-guardians'
import { confirmed, makePerson } from '../../support/world'
import { theDoor } from '../care/door'

const app = await testApp()
const at = theDoor(app)
const barred: Record<string, object> = {
  'by the number': { name: '某某' },
  'by the name': { name: '爸 爸' },
}

test.each([undefined, ...Object.keys(barred)])(
  'says nothing to whoever joins, and holds after it: %s',
  async (how) => {
    const { child, father } = at.stage
    await verify(app, child.childId, father)
    const phone = newPhone()
    await makePerson(app, { name: '爸爸', phone })
    if (how)
      await makeDoorPerson(app, child.childId, {
        kind: 'barred',
        ...barred[how],
        ...(how === 'by the number' && { phone }),
      })
    const answer = await joinWith(app, await confirmed(app, father), phone)
    expect([answer.status, answer.problem?.code]).toEqual([200, undefined])
    const link = await linkOf(app, child.childId, father)
    expect(await at.byGuardian(link)).toBe(how ? 'person_barred' : 'kept')
  },
)
