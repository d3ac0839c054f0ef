/** `npm run check` finds a file that needs itself by way of others. */
import { expect, test } from 'vitest'
import { circlesOf, importsOf, type Needs } from '../../../bff/local/circles'

test.each([
  ['a value', `import { a } from './a'`, [{ to: './a', typeOnly: false }]],
  ['only types', `import type { A } from './a'`, [{ to: './a', typeOnly: true }]],
  ['each name a type', `import { type A, type B } from './a'`, [{ to: './a', typeOnly: true }]],
  ['a type beside a value', `import { type A, b } from './a'`, [{ to: './a', typeOnly: false }]],
  ['what it does', `import './a'`, [{ to: './a', typeOnly: false }]],
  ['what is handed on', `export { a } from './a'`, [{ to: './a', typeOnly: false }]],
  ['types handed on', `export type { A } from './a'`, [{ to: './a', typeOnly: true }]],
  ['all of it', `export * from './a'`, [{ to: './a', typeOnly: false }]],
  ['later', `const a = () => import('./a')`, [{ to: './a', typeOnly: false }]],
  ['a type in its place', `let a: import('./a').A`, [{ to: './a', typeOnly: true }]],
  ['nothing', `// import { a } from './a'\nconst text = "import './a'"`, []],
])('a file needs %s', (_, source, needs) => expect(importsOf(source)).toEqual(needs))

const graph = (...edges: [from: string, to: string, typeOnly?: boolean][]): Needs =>
  new Map(
    [...new Set(edges.flatMap(([from, to]) => [from, to]))].map((file) => [
      file,
      edges.filter(([from]) => from === file).map(([, to, typeOnly = false]) => ({ to, typeOnly })),
    ]),
  )

test('a circle is found once, by its shortest way', () => {
  const needs = graph(['a', 'b'], ['b', 'c'], ['c', 'a'], ['c', 'd'], ['d', 'c'], ['e', 'a'])
  expect(circlesOf(needs, true)).toEqual([
    ['a', 'b', 'c'],
    ['c', 'd'],
  ])
  expect(circlesOf(graph(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']), true)).toEqual([])
  expect(circlesOf(graph(['a', 'a']), true)).toEqual([['a']])
})

test('one that types alone close is no circle by value', () => {
  const needs = graph(['a', 'b'], ['b', 'a', true])
  expect(circlesOf(needs, true)).toEqual([])
  expect(circlesOf(needs, false)).toEqual([['a', 'b']])
})
