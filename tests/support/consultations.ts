/** Legal consultations as tests begin them. */
import type { ConsultationDetail } from '../../bff/contracts/src/consultation-case'
import type { AskedConsultation } from '../../bff/contracts/src/consultations'
import type { Thread } from '../../bff/contracts/src/consultation-thread'
import type { TestApp } from './app'
import { ok } from './story'
import { here, type Person, signIn } from './world'

export const question = (wish: Partial<AskedConsultation> = {}): AskedConsultation => ({
  community: here,
  urgency: 'none',
  topic: 'work',
  happenedOn: null,
  words: '老板三个月没有发工资，我该怎么办',
  opposite: null,
  reach: 'here',
  unnamed: false,
  files: [],
  ...wish,
})

export const ask = (
  app: TestApp,
  who: Pick<Person, 'token'>,
  wish: Partial<AskedConsultation> = {},
): Promise<ConsultationDetail> =>
  ok(app.call<ConsultationDetail>('requestConsultation', { body: question(wish), token: who.token }))

export const threadOf = (app: TestApp, who: Pick<Person, 'token'>, id: string): Promise<Thread> =>
  ok(app.call<Thread>('readThread', { params: { id }, token: who.token }))

/** Tokens last fifteen minutes, so whoever acts later signs in again. */
export const fresh = ({ deps }: TestApp, { accountId }: Person): Promise<Person> => signIn(deps, accountId)
