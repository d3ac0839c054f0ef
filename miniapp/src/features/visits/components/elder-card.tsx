import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import type { Shown } from '../roster'
import { visitsText } from '../text'
import { ElderTags, lastWords } from './tags'

interface Props {
  one: Shown
  now: number
  onRecord: () => void
}

/** One elder: how it stands in words, where they live, and the next tap. */
export function ElderCard({ one, now, onRecord }: Props) {
  const { phone } = one
  return (
    <Box className="elder" role="group" label={one.name}>
      <Tap className="elder__head" to={pages.elder(one.id)}>
        <Box className="elder__name">{one.name}</Box>
        <ElderTags one={one} waits={one.waits} />
      </Tap>
      {one.urgent && <Box className="elder__urgent">{visitsText.urgentHelp}</Box>}
      {one.address !== null && <Box>{one.address}</Box>}
      <Box className="muted">{lastWords(one, now)}</Box>
      {one.covering && <Box className="muted">{visitsText.covering}</Box>}
      <Box className="elder__acts">
        <Button look="ghost" label={`${visitsText.record} ${one.name}`} onTap={onRecord}>
          {visitsText.record}
        </Button>
        {phone !== null && (
          <Button look="plain" label={`${visitsText.call} ${one.name}`} onTap={() => dial(phone)}>
            {visitsText.call}
          </Button>
        )}
      </Box>
    </Box>
  )
}
