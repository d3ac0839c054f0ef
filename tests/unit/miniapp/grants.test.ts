/**
 * Nobody is offered what the service refuses. Several are chosen by whoever works there, or runs a hall there, and not by who
 * only watches; whoever decides for a hall alone is offered its rooms alone.
 */
import { expect, test } from 'vitest'
import type { Grant, Me } from '../../../bff/contracts/src/identity'
import { decidesAsUnit, decidesAt } from '../../../miniapp/src/shared/staff/grants'

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

const hall = '532301101001'
test.each([
  ['a partner unit', [grant('partner_unit', hall)], true],
  ['one that watches over the township as well', [grant('supervisor'), grant('partner_unit', hall)], true],
  [
    'one that watches over the same community',
    [grant('supervisor', hall), grant('partner_unit', hall)],
    true,
  ],
  ['one that works there, too', [grant('staff'), grant('partner_unit', hall)], false],
  ['one of a hall next door', [grant('partner_unit', '532301101002')], false],
  ['who only watches', [grant('supervisor')], false],
])('decides for its own rooms alone: %s', (_, grants, own) => {
  expect(decidesAsUnit(me(...grants), hall)).toBe(own)
})
