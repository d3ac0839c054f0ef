import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { ariaProps } from './aria-props'
import { drawingsMark } from './drawings'
import { EmitDrawings } from './emit-drawings'
import { NameElements } from './name-elements'
import { PrefetchPages } from './prefetch-pages'
import prettyPaths from '../src/shared/navigation/pretty-paths.json'

const root = resolve(__dirname, '..')
// TypeScript and private fields outside `src` are left as they are unless they are named here, and then a browser
// or WeChat cannot parse them.
const alsoCompile = [
  resolve(root, '../bff/contracts/src'),
  resolve(root, 'config'),
  (file: string) => /node_modules[\\/](@tanstack|@stablelib|uqr|zod)[\\/]/.test(file),
]
const apiOrigin = process.env.TARO_APP_API_ORIGIN ?? 'http://127.0.0.1:8080'
const realPixels = { pxtransform: { enable: false, config: {} } }
const nothing = resolve(root, 'config/nothing.css')
/** What every page of the browser's app is made of, but for what only pages behind the first ones use. */
const everywhere = /[\\/](node_modules|src[\\/]shared|contracts[\\/]src)[\\/]/
const laterContracts =
  'agreements|calendar-address|feedback|confirmation|ratings|rating-slips|rating-texts|follow-ups|figures|surveys|care|' +
  'care-alerts|care-parts|care-desk|guardians|draw|adviser|consultations|' +
  'consultation-(meetings|referrals|thread|write)|contact-visits|files|legal-limits|limit-days|danger-words|' +
  'board|desk|booking-(calendar|desk|export)|needs|need-words|volunteers|volunteer-(desk|rules|words)|teams|roster-imports|visits|visit-(words|register|family|figures)|' +
  'tasks|task-(words|changes|figures|proposals)|signups|accounts|bookings|booking-series|case-notes|check-in|child-access|closures|enrolments|guardian-desk|line|' +
  'programmes|survey-paper|service-records|distance|export-records|favourite-rooms|people|transitions|room-(changes|days|desk|use|plan|words|photos|search|table|sheet)'
const laterShared =
  'agreements[\\\\/](agree-box|use-consent)|cases[\\\\/](act-buttons|case-parts|case-timeline|decide-case|decided|desk-parts|timeline-notes|timeline-steps|undo-bar|use-case-write)|forms[\\\\/](confirm-step|counter|missing-words|phone-code|use-phone-code|use-show-fault|use-show-field|field-faults|missing-fields|field|person|person-fields|several|stepper|switch|toggled)|' +
  'http[\\\\/](event-text|quiet-writes|use-events|use-tagged-write)|session[\\\\/](draft-life|drafts)|staff[\\\\/](contact|find-field|find-in|focus-field|looked-for|decide|desk|in-communities|staff-doors|use-communities|desk-frame|desk-rows|kinds|scoped|shortcut-switch|shortcuts|staff-text|use-(keys|list-keys|own-rooms|plan-form|scope|wide))|' +
  'time[\\\\/](schedule|month)-words|device[\\\\/](calendar-text|map-position|share-card|use-calendar)|ui[\\\\/](lead|face|map-link|share-bar|timeline|timeline-step|sheets[\\\\/]note-sheet)|matters[\\\\/][a-z-]+|slots[\\\\/][a-z-]+|files[\\\\/](entries|file-field|file-thumbs|files|hand-in|let-go|make-room|save-buttons|save-file|pick-files|picked|print-page|send-file|upload|use-files|use-link)|ui[\\\\/]base[\\\\/](photo|text-area|text-input)|words[\\\\/](file|form)-text|words[\\\\/](share|rating-refusal)-words'
const later = new RegExp(
  `node_modules[\\\\/](uqr|gcoord|@stablelib)[\\\\/]|contracts[\\\\/]src[\\\\/](${laterContracts})\\.ts$|src[\\\\/]shared[\\\\/](${laterShared})(\\.h5)?\\.(tsx?|css)$`,
)
const production = process.env.NODE_ENV === 'production'

export default defineConfig<'webpack5'>({
  projectName: 'linli',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  ...(process.env.TARO_ENV === 'h5'
    ? {
        copy: {
          patterns: [{ from: 'src/worker/care-worker.js', to: 'dist/h5/care-worker.js' }],
          options: {},
        },
      }
    : {}),
  logger: { quiet: false, stats: false },
  plugins: [[resolve(__dirname, 'aria-plugin.ts'), { props: ariaProps }]],
  defineConstants: {
    API_ORIGIN: JSON.stringify(process.env.TARO_ENV === 'h5' ? '' : apiOrigin),
    DRAWINGS_MARK: JSON.stringify(drawingsMark),
  },
  mini: {
    compile: { include: alsoCompile },
    postcss: realPixels,
    optimizeMainPackage: { enable: production },
    // The page's own CSS order is kept by the tokens; warnings about it say nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      chain.plugin('name-elements').use(NameElements)
      chain.plugin('drawings').use(EmitDrawings, ['webp'])
      // Mini-programs have no AbortController; without one react-query waits for ever, silently.
      chain
        .plugin('abort')
        .use(webpack.ProvidePlugin, [
          { AbortController: [resolve(root, 'src/shared/http/abort-controller.ts'), 'AbortController'] },
        ])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser', customRoutes: prettyPaths },
    // `npm run dev`: the service serves the app from disk, at its own address, in watch mode too.
    devServer: { hot: false, open: false, devMiddleware: { writeToDisk: true } },
    compile: { include: alsoCompile },
    postcss: { ...realPixels, autoprefixer: { enable: true, config: {} } },
    output: {
      filename: 'static/js/[name].[contenthash:6].js',
      chunkFilename: 'static/js/[name].[contenthash:6].js',
    },
    webpackChain(chain) {
      // Styles of components that a browser never gets here; they weigh 20 KB and bring a font that the policy forbids.
      for (const styles of ['dist/taro-components/taro-components.css', 'global.css']) {
        chain.resolve.alias.set(`@tarojs/components/${styles}`, nothing)
      }
      chain.plugin('prefetch-pages').use(PrefetchPages)
      chain.plugin('drawings').use(EmitDrawings, ['svg'])
      // What every page needs is loaded once with the first, styles too, so that nothing jumps later.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: false,
          shared: {
            name: 'shared',
            priority: 20,
            enforce: true,
            test(module: { nameForCondition(): string | null }) {
              const name = module.nameForCondition() ?? ''
              return everywhere.test(name) && !later.test(name)
            },
          },
        },
      })
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'static/css/[name].[contenthash:6].css',
      chunkFilename: 'static/css/[name].[contenthash:6].css',
    },
  },
})
