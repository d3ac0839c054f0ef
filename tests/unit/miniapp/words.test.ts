/** One thing has one name (docs/words.md): no text of the app, of a refusal or of a notice says it otherwise. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const files = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (name === 'generated') return []
    return statSync(join(root, path)).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : []
  })

/** What is said between quotes; comments are for us. */
const said = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter((words) => /\p{Script=Han}/u.test(words))

const everything = ['miniapp/src', 'bff/contracts/src', 'bff/src'].flatMap((folder) =>
  files(folder).flatMap((path) => said(path).map((words) => ({ path, words }))),
)

const banned: [word: RegExp, instead: string][] = [
  [/我的事/, '办件'],
  [/^接孩子$/, '我的孩子'],
  [/我的办件(?!:)/, '办件'],
  [/祖辈|（外）祖父母/, '爷爷奶奶、外公外婆'],
  [/刚被别人订走/, '刚被订走'],
  [/可报或将开报/, '在报名，或快要报名'],
  [/没有加分，按/, '按先来后到排'],
  [/文件已交给您/, '文件存好了'],
  [/请从给出的选项里选/, '请选一项'],
  [/格式不对，请检查/, '写法不对'],
  [/最早的空闲/, '推荐'],
  [/为办件/, 'the room or the programme'],
  [/户口簿/, '户口本'],
  [/请刷新/, '返回后重新打开'],
  [/整点的格子/, '格子的边上'],
  [/空 \$\{[^}]*\} 时$/, '空 n 小时'],
  [
    /纸质材料/,
    'what a community does on paper is not promised by the app, but for the consent that was given in those words',
  ],
  [/这是\$\{/, '下面是 … 看到的'],
]

/** The words of a consent are never edited (features/children/consent.ts). */
const kept = ['miniapp/src/features/children/consent.ts']

test('there is something to read', () => {
  expect(everything.length).toBeGreaterThan(1500)
})

test.each(banned)('nothing says %s', (word) => {
  const found = everything.filter(({ path, words }) => !kept.includes(path) && word.test(words))
  expect(found.map(({ path, words }) => `${path}: ${words}`)).toEqual([])
})
