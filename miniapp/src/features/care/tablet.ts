import type { enterByPin, pairCareDevice } from '@linli/contracts/care-desk'
import { endSession } from '@linli/contracts/identity'
import type { Reply } from '../../shared/http/request'
import { signal } from '../../shared/app-state/signal'
import { forget, recall, store } from '../../shared/device/storage'
import { CareBoard } from './care-board'
import type { CareLink } from './care-link'
import { forgetTabletDays } from './kept-day'
import { callWith } from './tablet-http'
import { tokenShelf } from './tablet-token'

/** What pairing left on this device; it opens nothing without a PIN. */
export type Pairing = Reply<typeof pairCareDevice>
export const pairing = signal<Pairing | null>(recall<Pairing>('care.tablet'))

export function keepPairing(next: Pairing | null) {
  if (next === null) forget('care.tablet')
  else store('care.tablet', next)
  pairing.set(next)
}

export interface Carer {
  accountId: string
  name: string
}

interface Entered extends Carer {
  token: string
  expiresAt: string
}

interface OnTablet extends Entered {
  board: CareBoard
}

export const tabletOwner = (accountId: string) => `tablet.${accountId}`

const linkOf = ({ accountId, token }: Entered): CareLink => ({
  owner: tabletOwner(accountId),
  call: (e, given) => callWith(token, e, given),
})

const begun = (one: Entered): OnTablet => ({ ...one, board: new CareBoard(linkOf(one)) })

export const isOver = ({ expiresAt }: { expiresAt: string }, now: number) => Date.parse(expiresAt) <= now

/** Who is in on this tablet, with the board of that carer; null when nobody is. */
export const onTablet = signal<OnTablet | null>(reloaded())

function reloaded(): OnTablet | null {
  const text = tokenShelf.get()
  const one = text === null ? null : (JSON.parse(text) as Entered)
  if (one !== null && !isOver(one, Date.now())) return begun(one)
  forgetTabletDays()
  return null
}

/** What unlocks this page again, also without a network: in its memory alone, and gone with a reload. */
let opener: { pin: string; wrong: number } | null = null
const mostWrong = 5

export function enterTablet(
  { accountId, name }: Carer,
  answer: Pick<Reply<typeof enterByPin>, 'accessToken' | 'expiresAt'>,
  pin: string,
) {
  opener = { pin, wrong: 0 }
  const one = { accountId, name, token: answer.accessToken, expiresAt: answer.expiresAt }
  tokenShelf.put(JSON.stringify(one))
  onTablet.set(begun(one))
}

/** Nobody touches it: what a reload would open again goes from the device. @returns false where only the service can unlock */
export function lockTablet(): boolean {
  if (opener === null) {
    leaveTablet()
    return false
  }
  tokenShelf.put(null)
  onTablet.get()?.board.hide()
  return true
}

/** @returns whether it was the PIN; the fifth wrong one ends what the carer had open */
export function unlockTablet(pin: string): boolean {
  const entered = onTablet.get()
  if (opener === null || entered === null) return false
  if (pin === opener.pin) {
    opener.wrong = 0
    const { accountId, name, token, expiresAt, board } = entered
    board.unhide()
    tokenShelf.put(JSON.stringify({ accountId, name, token, expiresAt }))
    return true
  }
  opener.wrong += 1
  if (opener.wrong >= mostWrong) leaveTablet()
  return false
}

/** The carer goes: here at once, and on the service as soon as it hears; one it does not hear of ends with the day. */
export function leaveTablet() {
  const entered = onTablet.get()
  clearTablet()
  if (entered === null) return
  callWith(entered.token, endSession, { params: { id: 'current' } }).catch(() => undefined)
}

/** The list goes from the device with its carer; records that still wait stay for that carer. */
export function clearTablet() {
  onTablet.get()?.board.close()
  opener = null
  tokenShelf.put(null)
  onTablet.set(null)
}
