/** Alipay hands a refusal over as an error: the service's sentence must not get lost in it. */
import { expect, test } from 'vitest'
import { answerInError } from '../../../miniapp/src/shared/http/answer-in-error'

const problem = { code: 'booking_taken', title: '这个时间刚被订走。' }
const failed = { error: 19, errorMessage: 'http status error', status: 409, headers: { 'Retry-After': '3' } }

test('a refusal is taken out of the error, read or not', () => {
  const answer = { statusCode: 409, data: problem, header: { 'Retry-After': '3' } }
  expect(answerInError({ ...failed, data: problem })).toEqual(answer)
  expect(answerInError({ ...failed, data: JSON.stringify(problem) })).toEqual(answer)
})

test('a body that is no JSON stays as it is, and headers may be missing', () => {
  const answer = { statusCode: 502, data: '<html>', header: {} }
  expect(answerInError({ error: 19, status: 502, data: '<html>' })).toEqual(answer)
})

test('an error without an HTTP status is no answer', () => {
  const noNetwork = { error: 12, errorMessage: 'network error' }
  const noStatus = { ...noNetwork, status: 0 }
  for (const error of [noNetwork, noStatus, new Error('request:fail'), 'timeout', null, undefined]) {
    expect(answerInError(error)).toBeNull()
  }
})

test('neither is an answer that broke off', () => {
  expect(answerInError({ error: 14, errorMessage: 'decode failed', status: 200, data: '{"cod' })).toBeNull()
  expect(answerInError(Object.assign(new Error('aborted'), { statusCode: 200 }))).toBeNull()
})
