/** A draft of a matter loses no picture on the way, and leaves none behind. */
import { endSession } from '@linli/contracts/identity'
import { type ProblemCode, problems } from '@linli/contracts/problems'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isRefused, shownOf, withOne, without } from '../../../miniapp/src/shared/files/entries'
import type { openDraft } from '../../../miniapp/src/shared/matters/kept-draft'
import { ownDays } from '../../../miniapp/src/shared/session/draft-life'
import { type Answer, begin, device, file, hour, lixiu, page, removing, sessionOf } from './drafts-device'
import { ProblemError } from '../../../miniapp/src/shared/http/problem'
import { id } from './made-case'

beforeEach(() => {
  vi.stubGlobal('API_ORIGIN', '')
  vi.useFakeTimers({ toFake: ['Date'], now: begin })
})

afterEach(() => void vi.useRealTimers())

test('快速离开 lets pictures of drafts go, at once or when there is a network again, and in nobody else’s name', async () => {
  const { open, stored, sent } = device(lixiu)
  const { own, storage, quiet, network, session, wipe } = await open()
  own.keepOwn(wipe.draftName('ask'), { words: '他打我', files: [id] }, lixiu, begin)
  network.online.set(false)
  wipe.wipeMatters()
  await quiet.sendQuiet()
  expect(sent).toEqual([])
  expect(JSON.stringify([...stored])).not.toContain('他打我')
  // Somebody else on this device says nothing of them.
  network.online.set(true)
  const whose = session.currentSession()
  storage.forget('session')
  session.followStorage()
  await quiet.sendQuiet()
  expect(sent).toEqual([])
  storage.store('session', whose)
  session.followStorage()
  expect(storage.recall('quiet')).toHaveLength(1)
  await quiet.sendQuiet()
  expect(sent).toEqual([removing(id)])
  expect(storage.recall('quiet')).toEqual([])
})

test('a sign-out that fails takes no picture of a draft, now or later; one that succeeds does, in its person’s name', async () => {
  const { open, stored, sent, service } = device(lixiu)
  const { call, letGo, network, own, quiet, session, storage, wipe } = await open()
  own.keepOwn(wipe.draftName('ask'), { words: '他打我', files: [id] }, lixiu, begin)
  const before = new Map(stored)
  const end = () => call.call(endSession, { params: { id: 'current' } })
  network.online.set(false)
  await expect(letGo.signOutHere(end)).rejects.toMatchObject({ code: 'offline' })
  network.online.set(true)
  await quiet.sendQuiet()
  expect(sent).toEqual([])
  service.answer = () => ({ statusCode: 403, data: { code: 'forbidden', title: '', status: 403 } })
  await expect(letGo.signOutHere(end)).rejects.toMatchObject({ status: 403 })
  await quiet.sendQuiet()
  expect(sent.splice(0)).toEqual([{ method: 'DELETE', url: '/v1/sessions/current' }])
  expect(stored).toEqual(before)

  service.answer = () => ({ statusCode: 200, data: {} })
  await letGo.signOutHere(end)
  await quiet.sendQuiet()
  expect(sent.splice(0)).toEqual([{ method: 'DELETE', url: '/v1/sessions/current' }])
  expect(storage.namesOf('draft.')).toEqual([])
  storage.store('session', sessionOf(lixiu))
  session.followStorage()
  await quiet.sendQuiet()
  expect(sent).toEqual([removing(id)])
})

/** A promise, and who keeps it. */
function held<T>() {
  let release: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => (release = resolve))
  return { promise, release }
}

const ends = {
  'is given up': (draft: Opened) => draft.giveUp(),
  'was sent': (draft: Opened) => draft.sent(draft.now().draft.files),
  'was sent and is still shown': (draft: Opened) => draft.sentAndShown(draft.now().draft.files),
  'ended by the clock': (draft: Opened) => draft.lookAt(begin + ownDays * 24 * hour),
}
type Opened = ReturnType<typeof openDraft<typeof page.empty>>

test.for(['goes on', ...(Object.keys(ends) as (keyof typeof ends)[])] as const)(
  'an upload that ends after the draft %s puts nothing back, and its picture goes',
  async (how) => {
    const { open, sent, service } = device(lixiu)
    const { kept, handIn, quiet, storage, wipe } = await open()
    const draft: Opened = kept.openDraft({ ...page, name: wipe.draftName('ask'), owner: lixiu })
    draft.put({ words: '他打我' })
    const { promise, release } = held<string>()
    const took = vi.fn(() => promise)
    service.take = took
    const wish = { purpose: 'consultation', key: 'k', onProgress: () => undefined }
    const { attach } = draft.now()
    const going = handIn.handIn({ content: 'a', bytes: 1 }, wish, attach)
    await vi.waitFor(() => expect(took).toHaveBeenCalled())
    if (how !== 'goes on') ends[how](draft)
    release(id)
    const end = await going
    await quiet.sendQuiet()
    // The control.
    if (how === 'goes on') {
      expect([end, draft.now().draft.files, sent]).toEqual([file(id), [id], []])
      return
    }
    expect([end, sent]).toEqual([null, [removing(id)]])
    expect(storage.namesOf('draft.')).toEqual([])
    // What had not begun by then is not handed in at all.
    expect(await handIn.handIn({ content: 'b', bytes: 1 }, wish, attach)).toBeNull()
    expect(took).toHaveBeenCalledTimes(1)
    // A new one takes pictures again, unless the next page is about to come.
    expect(draft.now().attach(withOne(id))).toBe(how !== 'was sent and is still shown')
  },
)

test('a picture that came while the rest was sent is let go, and what was sent is not', async () => {
  const { open, sent } = device(lixiu)
  const { kept, quiet, wipe } = await open()
  const draft = kept.openDraft({ ...page, name: wipe.draftName('ask'), owner: lixiu })
  draft.put({ words: '他打我', files: ['sent', 'late'] })
  draft.sent(['sent'])
  await quiet.sendQuiet()
  expect(sent).toEqual([removing('late')])
})

test('what is to be said quietly was tried once the promise is kept, also while others are on their way', async () => {
  const { open, sent, service } = device(lixiu)
  const { letGo, storage } = await open()
  const [first, second] = [held<Answer>(), held<Answer>()]
  service.answer = ({ url }) => (url.endsWith('first') ? first.promise : second.promise)
  void letGo.letGo(['first'])
  await vi.waitFor(() => expect(sent).toEqual([removing('first')]))
  let said = false
  const both = letGo.letGo(['second']).then(() => (said = true))
  first.release({ statusCode: 200, data: {} })
  await vi.waitFor(() => expect(sent).toEqual([removing('first'), removing('second')]))
  expect(said).toBe(false)
  second.release({ statusCode: 200, data: {} })
  await both
  expect(storage.recall('quiet')).toEqual([])
  // And it begins anew.
  await letGo.letGo(['third'])
  expect(sent.at(-1)).toEqual(removing('third'))
})

test('room is made of what no draft keeps, also of what came into one while the service was asked', async () => {
  const { open, sent, service } = device(lixiu)
  const { letGo, own, wipe } = await open()
  const list = held<Answer>()
  service.answer = ({ method }) => (method === 'GET' ? list.promise : { statusCode: 200, data: {} })
  const made = letGo.letOthersGo()
  own.keepOwn(wipe.draftName('ask'), { words: '他打我', files: ['fresh'] }, lixiu, begin)
  list.release({ statusCode: 200, data: { files: [file('fresh'), file('other')] } })
  expect(await made).toBe(1)
  expect(sent).toEqual([removing('other')])
})

test('what is refused for what it is can only be taken away; anything else may be tried again', () => {
  const refused = Object.keys(problems).filter((code) =>
    isRefused({ problem: new ProblemError(code as ProblemCode, '') }),
  )
  const others = ['file_attached', 'file_gone']
  expect(refused).toEqual(
    Object.keys(problems).filter((code) => /^file_/.test(code) && !others.includes(code)),
  )
})

test('every picture that a draft keeps is shown, whether the service could be asked or not', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 6 })
  fc.assert(
    fc.property(ids, ids, fc.uuid(), (kept, answered, fresh) => {
      const known = new Map(answered.map((one) => [one, file(one)]))
      expect(shownOf(kept, known, []).map(({ key }) => key)).toEqual(kept)
      // What comes while somebody takes one away neither brings it back nor is lost.
      const after = withOne(fresh)(without(answered)(kept))
      expect(after).toContain(fresh)
      expect(new Set(after)).toEqual(new Set([...kept.filter((one) => !answered.includes(one)), fresh]))
    }),
  )
})
