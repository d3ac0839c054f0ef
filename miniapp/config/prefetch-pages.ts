/**
 * Asks the browser to fetch the other pages when it has nothing else to do: they are small, and a page that is already
 * there opens at once and without a network.
 */
interface Tag {
  tagName: string
  voidTag: boolean
  attributes: Record<string, string | boolean | null | undefined>
  meta: object
}

interface Groups {
  headTags: Tag[]
  bodyTags: Tag[]
}

interface Compilation {
  assets: Record<string, unknown>
}

interface HtmlPlugin {
  constructor: {
    name: string
    getHooks(compilation: Compilation): {
      alterAssetTagGroups: { tap(name: string, change: (groups: Groups) => Groups): void }
    }
  }
}

interface Compiler {
  options: { plugins: unknown[] }
  hooks: { compilation: { tap(name: string, begin: (compilation: Compilation) => void): void } }
}

const name = 'PrefetchPages'
const code = /^static\/(?:js|css)\/.*\.(js|css)$/

export class PrefetchPages {
  apply({ options, hooks }: Compiler) {
    const isHtml = (plugin: unknown): plugin is HtmlPlugin =>
      (plugin as HtmlPlugin | undefined)?.constructor.name === 'HtmlWebpackPlugin'
    const html = options.plugins.find(isHtml)
    if (!html) throw new Error('HtmlWebpackPlugin is not there: pages would not be prefetched')
    hooks.compilation.tap(name, (compilation) => {
      html.constructor.getHooks(compilation).alterAssetTagGroups.tap(name, (groups) => {
        const named = JSON.stringify([groups.headTags, groups.bodyTags])
        const later = Object.keys(compilation.assets).filter(
          (file) => code.test(file) && !named.includes(file),
        )
        return { ...groups, headTags: [...groups.headTags, ...later.map(link)] }
      })
    })
  }
}

const link = (file: string): Tag => ({
  tagName: 'link',
  voidTag: true,
  attributes: { rel: 'prefetch', href: `/${file}`, as: file.endsWith('.js') ? 'script' : 'style' },
  meta: { plugin: name },
})
