import { setShortcuts, useShortcuts } from './shortcuts'
import { staffText } from './staff-text'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'

export function ShortcutSwitch() {
  const on = useShortcuts()
  return (
    <Tap className="kind" role="switch" checked={on} onTap={() => setShortcuts(!on)}>
      <Box as="span">{staffText.shortcuts}</Box>
      <Box as="span" decorative className={`switch ${on ? 'switch--on' : ''}`} />
    </Tap>
  )
}
