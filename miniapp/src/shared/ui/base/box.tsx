import { Text, View } from '@tarojs/components'
import type { BoxProps } from './props'

const spokenRole: Record<string, string> = { h1: 'heading', h2: 'heading', h3: 'heading' }

export function Box({ as = 'div', id, className, style, role, label, decorative, live, children }: BoxProps) {
  const spoken = {
    'aria-role': role ?? spokenRole[as] ?? '',
    'aria-label': label ?? '',
    'aria-hidden': decorative === true ? 'true' : '',
    'aria-live': live === true ? 'polite' : '',
  }
  const shown = { id: id ?? '', className: `${className ?? ''} as-${as}`, style: style ?? {} }
  if (as === 'span') {
    return (
      <Text {...shown} {...spoken}>
        {children}
      </Text>
    )
  }
  return (
    <View {...shown} {...spoken}>
      {children}
    </View>
  )
}
