/** Whom the desk lets choose several to decide: whoever works there, or runs a hall there; not who only watches. */
import { expect, test } from 'vitest'
import type { Grant, Me } from '../../../bff/contracts/src/identity'
import { decidesAt } from '../../../miniapp/src/shared/staff/grants'

const grant = (role: Grant['role'], division = '532301101') => ({ role, division }) as Grant
const me = (...grants: Grant[]) => ({ grants }) as Me

test.each([
  ['staff', [grant('staff')], true],
  ['grid workers', [grant('grid_worker')], true],
  ['partner units', [grant('partner_unit')], true],
  ['supervisors', [grant('supervisor')], false],
  ['supervisors who are staff there, too', [grant('supervisor'), grant('staff')], true],
  ['supervisors who are staff next door', [grant('supervisor'), grant('staff', '532301102')], false],
])('%s', (_, grants, decides) => {
  expect(decidesAt(me(...grants), grants[0] as Grant)).toBe(decides)
})
