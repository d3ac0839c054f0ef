/**
 * Writes that nobody waits for and nothing is said of, e.g. that a picture of a draft that is gone is to go, too. They are
 * sent when there is a network and their person is signed in, now or at the next chance.
 */
import type { Endpoint } from '@linli/contracts/endpoint'
import { call } from './call'
import { wasRefused } from './problem'
import type { Input } from './request'
import { currentPerson } from '../session/session'
import { online } from '../device/network'
import { recall, store } from '../device/storage'
import { quietName } from '../session/left-names'

interface Quiet {
  /** Whose it is. */
  person: string
  /** One that may be repeated as it is. */
  endpoint: Pick<Endpoint, 'method' | 'path' | 'repeatable'>
  given: unknown
}

const most = 50
const waiting = () => recall<Quiet[]>(quietName) ?? []
const same = (a: Quiet, b: Quiet) => JSON.stringify(a) === JSON.stringify(b)
const keep = (next: Quiet[]) => store(quietName, next.slice(-most))

export function addQuiet<E extends Endpoint>(e: E, given: Input<E>) {
  const person = currentPerson()
  if (person === null) return
  const endpoint = { method: e.method, path: e.path, repeatable: e.repeatable }
  const one = { person, endpoint, given }
  keep([...waiting().filter((other) => !same(one, other)), one])
}

let sending: Promise<void> | null = null
let asked = false

/** @returns once each was tried that can be now; asked while others are sent, all that wait are tried once more */
export function sendQuiet(): Promise<void> {
  asked = true
  sending ??= sendRounds()
  return sending
}

async function sendRounds(): Promise<void> {
  try {
    while (asked) {
      asked = false
      await Promise.all(waiting().map(sendOne))
    }
  } finally {
    sending = null
  }
}

async function sendOne(one: Quiet): Promise<void> {
  if (!online.get() || one.person !== currentPerson()) return
  try {
    await call(one.endpoint as Endpoint, one.given as Input<Endpoint>)
  } catch (error) {
    if (!wasRefused(error) || currentPerson() !== one.person) return
  }
  keep(waiting().filter((other) => !same(one, other)))
}
