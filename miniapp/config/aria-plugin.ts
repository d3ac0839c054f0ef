import { resolve } from 'node:path'
import type { IPluginContext } from '@tarojs/service'

type Props = Record<string, Record<string, string>>

interface MiniPlatform {
  template?: { mergeComponents(ctx: IPluginContext, components: Props): void }
  runtimePath?: string | string[]
}

/**
 * Lets `aria-*` through to the mini-program's WXML. It has to be told to the template and to the runtime alike:
 * either one alone shifts the short names that stand for properties, and other properties break silently.
 */
export default function ariaPlugin(ctx: IPluginContext, { props }: { props: Props }) {
  const runtime = resolve(__dirname, 'aria-runtime.ts')
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (platform.template === undefined) return
      platform.template.mergeComponents(ctx, props)
      platform.runtimePath = [platform.runtimePath ?? [], runtime].flat()
    },
  })
}
