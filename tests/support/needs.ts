/** Needs as tests begin them. */
import type { NeedDetail } from '../../bff/contracts/src/need-case'
import type { AskedNeed } from '../../bff/contracts/src/needs'
import type { TestApp } from './app'
import { act, ok } from './story'
import { here, localTime, type Person } from './world'

export const wantedHelp = (wish: Partial<AskedNeed> = {}): AskedNeed => ({
  community: here,
  help: 'meal',
  wish: '老伴住院，中午想请人送一顿饭',
  place: '北门小区 3 栋 402',
  day: null,
  part: 'any',
  ...wish,
})

export const askForHelp = (
  app: TestApp,
  { token }: Pick<Person, 'token'>,
  wish: Partial<AskedNeed> = {},
): Promise<NeedDetail> => ok(app.call<NeedDetail>('requestNeed', { body: wantedHelp(wish), token }))

/** Wednesday 25 November 2026, from two to three. */
export const coming = (from = 14, day = '2026-11-25', to = from + 1) => ({
  startsAt: localTime(day, from),
  endsAt: localTime(day, to),
  helper: '志愿者小赵',
})

export const arrange = (app: TestApp, staff: Pick<Person, 'token'>, id: string, body = coming()) =>
  act(app, 'arrangeNeed', staff, id, { body })
