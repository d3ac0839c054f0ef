import * as followUpContract from '@linli/contracts/follow-ups'
import * as slipContract from '@linli/contracts/rating-slips'
import * as textContract from '@linli/contracts/rating-texts'
import * as contract from '@linli/contracts/ratings'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readCursor, writeCursor } from '../../platform/cursor'
import { readFollowUp } from '../follow-ups/service'
import { judgeText, listDoubtfulTexts } from './judgement'
import { eraseRatingText, getRatingPage, rateCase, supplementRating } from './service'
import * as slips from './slips'
import { listRatingTexts, listTextsToAnswer, replyToText } from './texts'
import { giveVerdict } from './verdict'

export function mountRatings(mount: Mount, deps: Deps): void {
  mount('getRatingPage', contract.getRatingPage, 'signed_in', ({ params }, { who }) =>
    getRatingPage(deps, who, params.id),
  )
  mount('rateCase', contract.rateCase, 'signed_in', ({ params, body }, { who, idempotency }) =>
    rateCase(deps, who, idempotency, params.id, body),
  )
  mount(
    'supplementRating',
    contract.supplementRating,
    'signed_in',
    ({ params, body }, { who, idempotency }) =>
      supplementRating(deps, who, idempotency, params.id, body.text),
  )
  mount('eraseRatingText', contract.eraseRatingText, 'signed_in', ({ params }, { who }) =>
    eraseRatingText(deps, who, params.id),
  )
  mount(
    'giveVerdict',
    followUpContract.giveVerdict,
    'signed_in',
    async ({ params, body }, { who, idempotency }) => {
      await giveVerdict(deps, who.accountId, idempotency, params.id, body)
      return readFollowUp(deps, who, params.id)
    },
  )
  mountSlips(mount, deps)
  mountTexts(mount, deps)
}

function mountSlips(mount: Mount, deps: Deps): void {
  mount('printSlip', slipContract.printSlip, 'signed_in', ({ params }, { who, idempotency }) =>
    slips.printSlip(deps, who, idempotency, params.id),
  )
  mount('getSlip', slipContract.getSlip, 'sign_in', ({ params }) => slips.getSlip(deps, params.token))
  mount('sendSlipCode', slipContract.sendSlipCode, 'sign_in', ({ params }, { asker }) =>
    slips.sendSlipCode(deps, asker, params.token),
  )
  mount('enterSlip', slipContract.enterSlip, 'sign_in', ({ params, body }, { asker }) =>
    slips.enterSlip(deps, asker, { token: params.token, code: body.code }),
  )
  mount('rateBySlip', slipContract.rateBySlip, 'sign_in', ({ params, body }, { idempotencyKey }) => {
    const { pass, ...wish } = body
    return slips.rateBySlip(deps, { token: params.token, pass, key: idempotencyKey ?? '' }, wish)
  })
  mount('verdictBySlip', slipContract.verdictBySlip, 'sign_in', ({ params, body }, { idempotencyKey }) => {
    const { pass, ...verdict } = body
    return slips.verdictBySlip(deps, { token: params.token, pass, key: idempotencyKey ?? '' }, verdict)
  })
}

const readId = (cursor: string | undefined): string | undefined =>
  readCursor(cursor, ['uuid'])?.[0] as string | undefined
const writeId = (id: string | undefined): string | null => (id ? writeCursor([id]) : null)
function readPart(cursor: string | undefined): { id: string; part: string } | undefined {
  const place = readCursor(cursor, ['uuid', 'string']) as [string, string] | undefined
  return place && { id: place[0], part: place[1] }
}

function mountTexts(mount: Mount, deps: Deps): void {
  mount('listRatingTexts', textContract.listRatingTexts, 'public', async ({ params, query }) => {
    const { texts, next } = await listRatingTexts(deps, params.code, query.service, readId(query.cursor))
    return { texts, next: writeId(next) }
  })
  mount('listTextsToAnswer', textContract.listTextsToAnswer, 'signed_in', async ({ query }, { who }) => {
    const asked = { division: query.division, show: query.show ?? ('open' as const) }
    const { texts, next } = await listTextsToAnswer(deps, who, asked, readId(query.cursor))
    return { texts, next: writeId(next) }
  })
  mount('replyToText', textContract.replyToText, 'signed_in', ({ params, body }, { who, idempotency }) =>
    replyToText(deps, who, idempotency, params.id, body.text),
  )
  mount('listDoubtfulTexts', textContract.listDoubtfulTexts, 'signed_in', async ({ query }, { who }) => {
    const { next, ...list } = await listDoubtfulTexts(deps, who, query.division, readPart(query.cursor))
    return { ...list, next: next ? writeCursor([next.id, next.part]) : null }
  })
  mount('judgeText', textContract.judgeText, 'signed_in', ({ params, body }, { who, idempotency }) =>
    judgeText(deps, who, idempotency, params.id, body),
  )
}
