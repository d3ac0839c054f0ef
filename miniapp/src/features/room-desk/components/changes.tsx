import type { RoomChange } from '@linli/contracts/room-changes'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Listed } from '../../../shared/ui/answers/listed'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { useChanges } from '../api'
import { changesText as text } from '../text'

/** Who changed the room, and what it was and is. */
export function Changes({ room }: { room: string }) {
  const query = useChanges(room)
  const now = useNow()
  return (
    <Card title={text.title}>
      <Listed
        query={query}
        blocks={[60]}
        of={(page) => page.changes}
        none={<Box className="muted">{text.none}</Box>}
      >
        {(all) => all.map((one) => <Change key={one.id} one={one} now={now} />)}
      </Listed>
    </Card>
  )
}

const Change = ({ one, now }: { one: RoomChange; now: number }) => (
  <Box className="rd__change">
    <Box>{text.what[one.what]}</Box>
    {one.fields.map(({ name, from, to }) => (
      <Box key={name} className="rd__field">
        {text.field(name, from, to)}
      </Box>
    ))}
    <Box className="muted">{`${one.by}，${momentWords(one.at, now)}`}</Box>
  </Box>
)
