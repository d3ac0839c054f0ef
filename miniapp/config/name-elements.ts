import { parse } from 'postcss'
import type { Compiler } from 'webpack'

const name = 'NameElements'
const style = /\.(wxss|acss)$/
/** What Box, Tap and Scroller become; inputs always lie in a field of their own. */
const elements = ['view', 'text', 'scroll-view']
const universal = /(^|[\s>+~])\*/

/**
 * WeChat's style compiler knows no `*` and refuses the whole app over one, so in a mini-program the elements are named
 * instead. That weighs more than `*`: what has to win against such a rule needs two classes.
 */
export class NameElements {
  apply({ hooks, webpack: { Compilation, sources } }: Compiler) {
    const stage = Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS
    hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        for (const [file, source] of Object.entries(assets)) {
          if (!style.test(file)) continue
          compilation.updateAsset(file, new sources.RawSource(nameElements(String(source.source()))))
        }
      })
    })
  }
}

function nameElements(css: string): string {
  const root = parse(css)
  root.walkRules((rule) => {
    rule.selectors = rule.selectors.flatMap(named)
  })
  return root.toString()
}

const named = (selector: string): string[] =>
  universal.test(selector)
    ? elements.flatMap((element) => named(selector.replace(universal, `$1${element}`)))
    : [selector]
