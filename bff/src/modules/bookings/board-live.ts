/**
 * The promise: whoever looks at a board hears within a moment that something changed in a room of it, whichever process
 * wrote it; what changed is asked for, by the rules of every other reading. Who may look no more hears nothing more.
 */
import type { PassThrough } from 'node:stream'
import { boardAsk } from '@linli/contracts/board'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { roomsOfDivision, type Sight } from '../rooms/service'
import { mayReadBoard } from './board'

/** Changes of so long are told together; the same pause lies between two looks at whether the reader still may. */
const togetherMs = 300
const beatMs = 15_000
/** Whoever does not read what is sent is hung up on, and catches up. */
const mostUnread = 64_000

/** @throws Problem not_found as for the board itself, too_many_requests */
export async function watchBoard(deps: Deps, who: Who, division: string): Promise<PassThrough> {
  await mayReadBoard(deps, who, division)
  const stream = deps.streams.open(who.accountId)
  const changed = new Set<string>()
  let [all, timer] = [true, undefined as NodeJS.Timeout | undefined]
  const soon = (): void => {
    timer ??= setTimeout(() => void flush(), togetherMs)
  }
  async function flush(): Promise<void> {
    const still = await stillMay(deps, who, division)
    timer = undefined
    if (still === false) return void stream.end()
    // The database is away: what happened meanwhile is told once it can be asked for.
    if (still === undefined) return soon()
    const [rooms, isAll] = [[...changed], all]
    changed.clear()
    all = false
    const told = isAll ? event('all', {}) : await toldOf(deps, division, still, rooms)
    if (told !== undefined) send(stream, told)
  }
  const deaf = deps.streams.hear((told) => {
    const [community, room] = told?.split(' ') ?? []
    if (community === undefined || room === undefined) all = true
    else if (community.startsWith(division)) changed.add(room)
    else return
    soon()
  })
  const beat = setInterval(() => void look(), beatMs)
  async function look(): Promise<void> {
    if ((await stillMay(deps, who, division)) === false) stream.end()
    else send(stream, ': \n\n')
  }
  stream.once('close', () => {
    deaf()
    clearInterval(beat)
    clearTimeout(timer)
  })
  send(stream, ': \n\n')
  soon()
  return stream
}

const event = (name: string, told: object): string => `event: ${name}\ndata: ${JSON.stringify(told)}\n\n`

function send(stream: PassThrough, words: string): void {
  if (stream.writableEnded || stream.destroyed) return
  if (stream.writableLength > mostUnread) stream.destroy()
  else stream.write(words)
}

/** Of what lies in other rooms a partner unit hears nothing. */
async function toldOf(deps: Deps, division: string, { owner }: Sight, rooms: string[]) {
  const theirs = owner === null ? rooms : await ownAmong(deps, owner, division, rooms)
  if (theirs.length > boardAsk) return event('all', {})
  return theirs.length > 0 ? event('rooms', { rooms: theirs }) : undefined
}

/** Where it cannot be asked now, all of them: what they are is asked for by the rules of every other reading. */
async function ownAmong(deps: Deps, owner: string, division: string, rooms: string[]): Promise<string[]> {
  const asked = { division, owner, rooms, usedFrom: deps.clock.now(), after: undefined, limit: boardAsk }
  return roomsOfDivision(deps, asked).then(
    (own) => own.map(({ id }) => id),
    () => rooms,
  )
}

/** @returns undefined where it cannot be asked now */
async function stillMay(deps: Deps, who: Who, division: string): Promise<Sight | false | undefined> {
  try {
    const { revoked, end } = await deps.revocations.stateOf(who.sessionId)
    if (revoked || end <= deps.clock.now()) return false
  } catch {
    return undefined
  }
  return mayReadBoard(deps, who, division).then(
    (sight) => sight,
    (error: unknown) => (error instanceof Problem ? false : undefined),
  )
}
