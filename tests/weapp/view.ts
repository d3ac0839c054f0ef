/** The view layer: WXML compiled by WeChat's own compiler, executed in a realm of its own, as a tree of nodes. */
import { createRequire } from 'node:module'
import vm from 'node:vm'

export interface Element {
  tag: string
  attr: Record<string, unknown>
  children: ViewNode[]
}
export type ViewNode = Element | string

/** From the root down to the node that was looked for. */
export type Trail = Element[]

const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as {
  wxmlToJs(folder: string, options: { maxBuffer: number }): string
}

export interface View {
  render(page: string, data: unknown): Element
  /** What the WXML runtime complained about: a binding it cannot resolve loses content in silence. */
  complaints: string[]
}

export function createView(folder: string): View {
  const complaints: string[] = []
  const complain = (...words: unknown[]) => void complaints.push(words.join(' '))
  const realm = vm.createContext({
    global: {},
    window: {},
    console: { log() {}, info() {}, warn: complain, error: complain },
    setTimeout,
  })
  const compiled = wxmlToJs(folder, { maxBuffer: 64 << 20 })
  const templates: unknown = vm.runInContext(`(function (global, window) {${compiled}\n})`, realm)({}, {})
  // The compiler's code compares constructors: what it is given has to be made in its own realm.
  const generate = vm.runInContext('(g) => (page, json) => g(page)(JSON.parse(json))', realm)(templates) as (
    page: string,
    json: string,
  ) => Element
  const template = (page: string, data: unknown) => generate(page, JSON.stringify(data))
  return { complaints, render: (page, data) => expand(template(page, data), template) as Element }
}

type Template = (page: string, data: unknown) => Element

/** Taro nests its own `comp` where the template's levels end; it becomes what it holds. */
function expand(node: ViewNode, template: Template): ViewNode {
  if (typeof node === 'string') return node
  const own = /^wx-(comp|custom-wrapper)$/.exec(node.tag)?.[1]
  const { children = [] } =
    own === undefined ? node : template(`${own}.wxml`, { i: node.attr.i, l: node.attr.l })
  const tag = own === undefined ? node.tag : 'wx-block'
  return {
    tag,
    attr: own === undefined ? (node.attr ?? {}) : {},
    children: children.map((one) => expand(one, template)),
  }
}

export const textOf = (node: ViewNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('')

/** Every element that matches. */
export const all = (root: Element, matches: (node: Element) => boolean): Element[] => [
  ...(matches(root) ? [root] : []),
  ...root.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, matches))),
]

/** The innermost element that matches, with all that it lies in. */
export function find(root: Element, matches: (node: Element) => boolean): Trail | null {
  for (const child of root.children) {
    const inner = typeof child === 'string' ? null : find(child, matches)
    if (inner !== null) return [root, ...inner]
  }
  return matches(root) ? [root] : null
}

/** What an event says of the element at which it happened. */
export const named = ({ attr }: Element) => ({
  id: attr.id ?? '',
  dataset: Object.fromEntries(
    Object.entries(attr)
      .filter(([name]) => name.startsWith('data-'))
      .map(([name, value]) => [name.slice(5).replace(/-(.)/g, (_, c: string) => c.toUpperCase()), value]),
  ),
})
