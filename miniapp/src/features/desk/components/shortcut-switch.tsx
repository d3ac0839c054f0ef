import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { setShortcuts, useShortcuts } from '../shortcuts'
import { deskText } from '../text'

export function ShortcutSwitch() {
  const on = useShortcuts()
  return (
    <Tap className="kind" role="switch" checked={on} onTap={() => setShortcuts(!on)}>
      <Box as="span">{deskText.shortcuts}</Box>
      <Box as="span" decorative className={`switch ${on ? 'switch--on' : ''}`} />
    </Tap>
  )
}
