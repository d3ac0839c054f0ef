/** What a deployment says of itself: everybody reads it, a version never changes, and its own folder has the last word. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeploymentText, textKind, type Texts } from '../../../bff/contracts/src/agreements'
import { publishTexts, software } from '../../../bff/src/modules/agreements/texts'
import { testApp } from '../../support/app'
import { raw } from '../../support/raw'
import { ok } from '../../support/story'
import { publishText } from '../../support/texts'

const app = await testApp({ LINLI_OPERATOR: '某州民政局', LINLI_OPERATOR_CONTACT: '0878-3120000' })
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'texts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (kind: string, version?: string) =>
  app.call<DeploymentText>('getText', { params: { kind }, ...(version && { query: { version } }) })
const words = ({ blocks }: DeploymentText): string =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])).join('\n')

test('a guest reads every text, and who answers for it', async () => {
  const list = await ok(app.call<Texts>('listTexts'))
  expect(list.texts.map(({ kind }) => kind)).toEqual(textKind.options)
  expect(list).toMatchObject({ operator: '某州民政局', contact: '0878-3120000', registration: null })
  for (const kind of textKind.options) {
    const text = await ok(read(kind))
    expect(words(text).length, kind).toBeGreaterThan(60)
    expect(words(text), kind).not.toMatch(/[{}<>]|^#/m)
  }
  expect(words(await ok(read('privacy')))).toContain('邻里由某州民政局运营')
  expect((await read('privacy', '99')).problem.code).toBe('not_found')
  const { version, license } = JSON.parse(
    await readFile(new URL('../../../package.json', import.meta.url), 'utf8'),
  ) as Record<string, string>
  expect(software).toEqual({ version, license })
})

test('it is sent once: whoever has it is told that nothing changed, until it does', async () => {
  const get = (headers: Record<string, string>) => raw(app.base, '/v1/texts/privacy', { headers })
  const first = await get({ 'accept-encoding': 'gzip' })
  expect(first.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-cache' })
  const known = { 'accept-encoding': 'gzip', 'if-none-match': first.headers.etag ?? '' }
  expect((await get(known)).status).toBe(304)
  await publishText(app, 'privacy', 3)
  const next = await get(known)
  expect([next.status, next.headers.etag === first.headers.etag]).toEqual([200, false])
  // What was agreed to before stays readable.
  expect(words(await ok(read('privacy', '1')))).toContain('某州民政局')
})

describe('the folder of a deployment', () => {
  const write = (kind: string, text: string) => writeFile(path.join(folder, `${kind}.md`), text)
  const publish = () => publishTexts({ ...app.deps, config: { ...app.deps.config, texts: folder } })
  const file = (version: number, body: string, day = '2026-11-02') =>
    `title: 本州隐私政策\nversion: ${version}\neffective: ${day}\n\n${body}\n`

  test('publishes a version once, however often and by however many processes it is read', async () => {
    await expect(publish()).rejects.toThrow(/no text in/)
    await write('privacy', file(5, '## 我们是谁\n\n<b>某州</b> & 各县\n- 一\n- 二'))
    await Promise.all([publish(), publish(), publish()])
    await publish()
    const text = await ok(read('privacy'))
    expect([text.version, text.title]).toEqual([5, '本州隐私政策'])
    expect(text.blocks).toEqual([
      { kind: 'heading', text: '我们是谁' },
      { kind: 'paragraph', text: '<b>某州</b> & 各县' },
      { kind: 'list', items: ['一', '二'] },
    ])
  })

  test.each([
    [
      'other words under a version that stands',
      file(5, '别的话'),
      /version 5 was published with other words/,
    ],
    ['another day under it', file(5, '## 我们是谁', '2026-11-09'), /other words/],
    ['no version', 'title: x\neffective: 2026-11-02\n\n话', /"version:"/],
    ['a version that is no number', file(0, '话'), /number from 1/],
    ['a day that is none', file(6, '话', '2026-13-40'), /"effective:" is a day/],
    ['no words', file(6, ''), /no text/],
  ])('refuses to start with %s, and says which file', async (_, text, why) => {
    await write('privacy', text)
    await expect(publish()).rejects.toThrow(why)
    await expect(publish()).rejects.toThrow(/privacy\.md/)
    expect((await ok(read('privacy'))).version).toBe(5)
  })
})
