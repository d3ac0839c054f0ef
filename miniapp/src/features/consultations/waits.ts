import type { Thread } from '@linli/contracts/consultation-thread'

/** What the person is asked to decide: a time that nothing was taken of yet, or whether it goes to somebody else. */
export function waitsFor({ appointments, referrals }: Thread, now: number): 'time' | 'referral' | null {
  const coming = appointments.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const isIn = (wanted: string) => coming.some(({ state }) => state === wanted)
  if (isIn('offered') && !isIn('taken')) return 'time'
  return referrals.some(({ state }) => state === 'proposed') ? 'referral' : null
}
