import { View } from '@tarojs/components'
import { go } from '../../navigation/navigate'
import type { TapProps } from './props'

/** The only thing that can be tapped. */
export function Tap({
  className,
  style,
  label,
  role,
  to,
  onTap,
  pressed,
  checked,
  current,
  disabled,
  children,
}: TapProps) {
  const checkable = role === 'radio' || role === 'switch' || role === 'checkbox'
  const chosen = pressed ?? current
  const tapped = () => {
    if (disabled === true) return
    onTap?.()
    if (to !== undefined) go(to)
  }
  return (
    <View
      className={`tap ${className ?? ''}`}
      style={style ?? {}}
      hoverClass={disabled === true ? 'none' : 'tap--down'}
      onClick={tapped}
      aria-role={role ?? (to === undefined ? 'button' : 'link')}
      aria-label={label ?? ''}
      aria-checked={checkable ? String(checked ?? false) : ''}
      aria-selected={chosen === undefined ? '' : String(chosen)}
      aria-disabled={disabled === true ? 'true' : ''}
    >
      {children}
    </View>
  )
}
