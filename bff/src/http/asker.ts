import type { Context } from 'koa'
import type { Deps } from '../deps'
import { Problem } from '../platform/problem'

/** Who asks for a code or guesses at one: whom it counts for, and whose attempt a wrong guess ends. */
export interface Asker {
  /** The device's own secret, or else its address: what a code is bound to. */
  id: string
  /** Its secret, where it told one. */
  device: string | undefined
  /** The account whose token it showed, expired or not made by us apart: for counting only. */
  accountId: string | undefined
  address: string
  /** It asks for a code to the number of its own account, which counts against nobody else. */
  own?: true
  /**
   * @param retryAfter seconds after which it goes without
   * @throws Problem proof_needed unless work was done for this request, which is spent by asking
   */
  prove(retryAfter?: number): Promise<void>
}

const deviceShape = /^[\w-]{20,64}$/

export function askerOf(ctx: Context, deps: Pick<Deps, 'proofs' | 'tokens'>): Asker {
  const told = ctx.get('Linli-Device')
  const device = deviceShape.test(told) ? told : undefined
  let proved: Promise<boolean> | undefined
  return {
    id: device ? `device ${device}` : `address ${ctx.ip}`,
    device,
    accountId: accountOf(ctx.get('Authorization'), deps),
    address: ctx.ip,
    async prove(retryAfter = 1) {
      proved ??= deps.proofs.spend(ctx.get('Linli-Proof'))
      if (await proved) return
      throw new Problem('proof_needed', { retryAfter, work: deps.proofs.issue() })
    },
  }
}

/** The account whose good token was sent, although nobody asked for one. */
function accountOf(header: string, { tokens }: Pick<Deps, 'tokens'>): string | undefined {
  const token = /^Bearer ([\w.-]{1,1000})$/.exec(header)?.[1]
  try {
    return token && tokens.verify(token).accountId
  } catch {
    return undefined
  }
}
