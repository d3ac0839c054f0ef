/**
 * Names the other pages' code in the document, for the app to fetch once the first page is there: they are small, and a
 * page that is already there opens at once and without a network. Links that fetch by themselves took half of a slow
 * network from the first page. The home page's own code, which is what most people open, is fetched from the start.
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
  chunks: Iterable<Chunk>
  chunkGraph: { getChunkModulesIterable(chunk: Chunk): Iterable<{ identifier(): string }> }
}

interface Chunk {
  files: Iterable<string>
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
/** With the drawing of a page that has no network, which cannot be fetched then. */
const code = /^static\/(?:(?:js|css)\/.*\.(js|css)|drawings\/wire[^/]*\.svg)$/

export class PrefetchPages {
  apply({ options, hooks }: Compiler) {
    const isHtml = (plugin: unknown): plugin is HtmlPlugin =>
      (plugin as HtmlPlugin | undefined)?.constructor.name === 'HtmlWebpackPlugin'
    const html = options.plugins.find(isHtml)
    if (!html) throw new Error('HtmlWebpackPlugin is not there: pages would not be prefetched')
    hooks.compilation.tap(name, (compilation) => {
      html.constructor.getHooks(compilation).alterAssetTagGroups.tap(name, (groups) => {
        const named = JSON.stringify([groups.headTags, groups.bodyTags])
        const others = Object.keys(compilation.assets).filter(
          (file) => code.test(file) && !named.includes(file),
        )
        const home = others.filter((file) => homeFiles(compilation).includes(file))
        const later = others.filter((file) => !home.includes(file))
        return { ...groups, headTags: [...groups.headTags, ...home.map(preload), names(later)] }
      })
    })
  }
}

const homePage = /[\\/]src[\\/]pages[\\/]home[\\/]index/

function homeFiles({ chunks, chunkGraph }: Compilation): string[] {
  return [...chunks].flatMap((chunk) =>
    [...chunkGraph.getChunkModulesIterable(chunk)].some((module) => homePage.test(module.identifier()))
      ? [...chunk.files]
      : [],
  )
}

const tag = (tagName: string, attributes: Tag['attributes']): Tag => ({
  tagName,
  voidTag: true,
  attributes,
  meta: { plugin: name },
})
const preload = (file: string): Tag =>
  tag('link', { rel: 'preload', href: `/${file}`, as: file.endsWith('.js') ? 'script' : 'style' })
const names = (files: string[]): Tag =>
  tag('meta', { name: 'linli-later', content: files.map((file) => `/${file}`).join(' ') })
