/**
 * Executes a built WeChat mini-program without WeChat: the logic layer in a bare realm (no DOM, nothing of Node's), the
 * view by WeChat's own compiler. A page is what a person would see: text to read, things to tap, inputs to fill.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLogic } from './logic'
import { createPageStack, type PageInstance } from './page-stack'
import { type Data, put } from './set-data'
import { createView, type Element, find, named, textOf, type Trail } from './view'
import { createWx, type Kept, type WxOptions } from './wx'

type Handler = (event: unknown) => void

interface AppDefinition {
  onLaunch?: (options: unknown) => unknown
  onShow?: (options: unknown) => void
}

export interface MiniApp {
  /** The address of the page on top. */
  route(): string
  /** How many pages lie on top of each other. */
  depth(): number
  text(): string
  tree(): Element
  /** Waits until the page says this. */
  sees(words: string): Promise<void>
  /** Waits until the page does not say this any more. */
  loses(words: string): Promise<void>
  tap(words: string): Promise<void>
  /** The same, of a button: other things may say the same. */
  press(words: string): Promise<void>
  fill(label: string, value: string): Promise<void>
  /** A finger scrolls down what scrolls, of this height. */
  scroll(top: number, height: number): Promise<void>
  /** A tap on WeChat's own button with these words, as WeChat tells of it. */
  agreesPrivacy(words: string): Promise<void>
  /** What the tab bar or a link from outside does. Throws what WeChat answers when it refuses. */
  goes(way: Way, url: string): Promise<void>
  /** What the menu of the page on top passes on; undefined: it has no such menu. */
  passesOn(): Card | undefined
  /** The way back of the system. */
  goesBack(): Promise<void>
  dialled: string[]
  /** Documents that were opened, as they were written. */
  opened: { type: string; bytes: Buffer }[]
  /** What it put outside of itself. */
  kept: Kept
  /** Everything that was complained about: by the WXML runtime and by the app. */
  complaints(): string[]
  /** Bytes of the largest setData so far. */
  largestChange(): number
}

type Way = 'navigateTo' | 'switchTab'

export interface Card {
  title: string
  path: string
  imageUrl: string
}

interface Options extends Pick<WxOptions, 'origin' | 'loginCodes' | 'privacy'> {
  folder: string
}

interface AppJson {
  pages: string[]
  tabBar: { list: { pagePath: string }[] }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export async function launch({ folder, origin, loginCodes, privacy }: Options): Promise<MiniApp> {
  const view = createView(folder)
  const complaints: string[] = []
  const appJson = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson
  const pages: Record<string, Partial<PageInstance>> = {}
  let app: AppDefinition = {}
  let loading = ''
  let changes = 0
  let largest = 0

  const complain = (...words: unknown[]) =>
    void complaints.push(words.map((word) => (word instanceof Error ? word.stack : String(word))).join(' '))
  const { globals, parse, load } = createLogic({
    console: { log() {}, info() {}, debug() {}, warn: complain, error: complain },
    App: (definition: AppDefinition) => void (app = definition),
    Page: (definition: Partial<PageInstance>) => void (pages[loading] = definition),
    Component: () => undefined,
    Behavior: (definition: unknown) => definition,
    getApp: () => app,
    getCurrentPages: () => [...stack],
  })
  const { stack, ways, navigateBack } = createPageStack({
    tabs: appJson.tabBar.list.map(({ pagePath }) => pagePath),
    create,
    copy: (query) => parse(JSON.stringify(query)) as Record<string, string>,
    settled,
  })
  const { wx, dialled, kept, opened } = createWx({
    origin,
    loginCodes,
    ...(privacy && { privacy }),
    parse,
    ways,
    navigateBack,
  })
  Object.assign(globals, { wx })

  function create(route: string, query: Record<string, string>): PageInstance {
    loading = route
    load(path.join(folder, route))
    const definition = pages[route]
    if (definition === undefined) throw new Error(`No page at ${route}`)
    const page = { ...definition, route, options: query } as PageInstance
    page.data = parse(JSON.stringify(definition.data ?? {})) as Data
    page.setData = (change, then) => {
      const json = JSON.stringify(change)
      changes += 1
      largest = Math.max(largest, Buffer.byteLength(json))
      for (const [key, value] of Object.entries(parse(json) as Data)) put(page.data, key, value)
      if (then) setTimeout(() => then.call(page), 0)
    }
    return page
  }

  /** Until nothing has changed for a moment. */
  async function settled() {
    for (let seen = -1, quiet = 0; quiet < 3; quiet++) {
      if (seen !== changes) quiet = 0
      seen = changes
      await sleep(40)
    }
  }

  const top = () => {
    const page = stack.at(-1)
    if (!page) throw new Error('No page is open')
    return page
  }
  const tree = () => view.render(`${top().route}.wxml`, top().data)

  async function fire(trail: Trail, type: string, detail: Data, bubbles: boolean) {
    const target = trail.at(-1) as Element
    for (const node of [...trail].reverse()) {
      const handler = node.attr[`bind${type}`] ?? node.attr[`catch${type}`]
      if (typeof handler !== 'string' || handler === '') continue
      const event = {
        type,
        timeStamp: 0,
        detail,
        target: named(target),
        currentTarget: named(node),
        mark: {},
      }
      ;(top()[handler] as Handler).call(top(), event)
      if (!bubbles || node.attr[`catch${type}`] !== undefined) break
    }
    await settled()
  }

  async function located(what: string, matches: (node: Element) => boolean): Promise<Trail> {
    for (let tries = 0; tries < 100; tries++) {
      const trail = find(tree(), matches)
      if (trail !== null) return trail
      await sleep(100)
    }
    throw new Error(`${what} is not there. ${top().route} says: ${textOf(tree())}\n${complaints.join('\n')}`)
  }

  load(path.join(folder, 'app'))
  for (const own of ['comp', 'custom-wrapper']) {
    if (existsSync(path.join(folder, `${own}.js`))) load(path.join(folder, own))
  }
  await app.onLaunch?.({ path: '', query: {}, scene: 1001 })
  app.onShow?.({ path: '', query: {}, scene: 1001 })
  await ways.reLaunch(appJson.pages[0] ?? '')

  return {
    route: () => top().route,
    depth: () => stack.length,
    text: () => textOf(tree()),
    tree,
    dialled,
    opened,
    kept,
    async sees(words) {
      await located(words, (node) => textOf(node).includes(words))
    },
    async loses(words) {
      for (let tries = 0; tries < 100; tries++) {
        if (!textOf(tree()).includes(words)) return
        await sleep(100)
      }
      throw new Error(`${words} is still there`)
    },
    async tap(words) {
      const trail = await located(
        words,
        (node) => textOf(node).trim() === words || node.attr.ariaLabel === words,
      )
      await fire(trail, 'tap', {}, true)
    },
    async press(words) {
      const isButton = (node: Element) =>
        (node.tag === 'wx-button' || node.attr.ariaRole === 'button') && textOf(node).trim() === words
      await fire(await located(words, isButton), 'tap', {}, true)
    },
    async fill(label, value) {
      const isInput = (node: Element) =>
        /^wx-(input|textarea)$/.test(node.tag) && node.attr.ariaLabel === label
      await fire(await located(label, isInput), 'input', { value, cursor: value.length }, false)
    },
    async scroll(top, height) {
      const scrolls = ({ tag, attr }: Element) => tag === 'wx-scroll-view' && attr.scrollY === true
      const detail = { scrollTop: top, scrollHeight: height, scrollLeft: 0 }
      await fire(await located('what scrolls', scrolls), 'scroll', detail, false)
    },
    async agreesPrivacy(words) {
      const isOwn = (node: Element) =>
        node.attr.openType === 'agreePrivacyAuthorization' && textOf(node).trim() === words
      await fire(await located(words, isOwn), 'agreeprivacyauthorization', {}, false)
    },
    goes: (way, url) => ways[way](url),
    passesOn: () => (top() as { onShareAppMessage?: (from: object) => Card }).onShareAppMessage?.({}),
    goesBack: () => navigateBack(1),
    complaints: () => [...view.complaints, ...complaints],
    largestChange: () => largest,
  }
}
