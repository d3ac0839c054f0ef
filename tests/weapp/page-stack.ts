/** The pages as WeChat keeps them: at most ten on top of each other; a tab's page is hidden, not ended, by another tab. */

export interface PageInstance {
  route: string
  data: Record<string, unknown>
  options: Record<string, string>
  onLoad?: (query: Record<string, string>) => unknown
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  setData(change: Record<string, unknown>, then?: () => void): void
  [name: string]: unknown
}

/** What WeChat answers with `fail`. */
export class Refused extends Error {}

interface Options {
  /** Routes of the tab bar. */
  tabs: readonly string[]
  /** Makes a page that has not been loaded yet. */
  create(route: string, query: Record<string, string>): PageInstance
  /** Hands over the values of an address. */
  copy(query: Record<string, string>): Record<string, string>
  settled(): Promise<void>
}

const mostPages = 10

export function createPageStack({ tabs, create, copy, settled }: Options) {
  const stack: PageInstance[] = []
  const keptTabs = new Map<string, PageInstance>()

  function unload(page: PageInstance) {
    keptTabs.delete(page.route)
    page.onUnload?.()
  }

  async function enter(url: string) {
    const { route, query } = partsOf(url)
    const page = create(route, query)
    stack.push(page)
    if (tabs.includes(route)) keptTabs.set(route, page)
    await page.onLoad?.(copy(query))
    page.onShow?.()
    await settled()
    page.onReady?.()
    await settled()
  }

  function refuseTab(url: string) {
    if (tabs.includes(partsOf(url).route)) throw new Refused('can not open a tabbar page')
  }

  const ways = {
    async navigateTo(url: string) {
      refuseTab(url)
      if (stack.length >= mostPages) throw new Refused('webview count limit exceed')
      stack.at(-1)?.onHide?.()
      await enter(url)
    },
    async redirectTo(url: string) {
      refuseTab(url)
      const left = stack.pop()
      if (left) unload(left)
      await enter(url)
    },
    async switchTab(url: string) {
      const { route } = partsOf(url)
      if (!tabs.includes(route)) throw new Refused('can not switch to no-tabBar page')
      const before = stack.at(-1)
      for (const page of stack.splice(0).reverse()) {
        if (!tabs.includes(page.route)) unload(page)
        else if (page === before && page.route !== route) page.onHide?.()
      }
      const kept = keptTabs.get(route)
      if (kept === undefined) return enter(url)
      stack.push(kept)
      if (kept !== before) kept.onShow?.()
      await settled()
    },
    async reLaunch(url: string) {
      const pages = new Set([...stack.splice(0).reverse(), ...keptTabs.values()])
      for (const page of pages) unload(page)
      await enter(url)
    },
  }

  async function navigateBack(delta: number) {
    const left = stack.splice(Math.max(1, stack.length - delta)).reverse()
    for (const page of left) unload(page)
    if (left.length > 0) stack.at(-1)?.onShow?.()
    await settled()
  }
  return { stack, ways, navigateBack }
}

/** As in WeChat, the values of the address are handed over as they are, not decoded. */
function partsOf(url: string) {
  const [route = '', search] = url.replace(/^\//, '').split('?')
  const pairs = search === undefined ? [] : search.split('&').map((pair) => pair.split('='))
  return { route, query: Object.fromEntries(pairs) as Record<string, string> }
}
