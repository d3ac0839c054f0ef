import type { CareDevice } from '@linli/contracts/care-desk'
import { useState } from 'react'
import { agoWords, momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useDevices, useUnpair } from '../api'
import { devicesText } from '../staff-text'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'

interface Props {
  division: string
  /** A code is out: a new tablet may appear any moment. */
  waiting: boolean
}

/** The tablets of a division; one that is unpaired is signed out at once. */
export function Paired({ division, waiting }: Props) {
  const now = useNow()
  const query = useDevices(division, waiting)
  const [leaving, setLeaving] = useState<CareDevice | null>(null)
  return (
    <Card title={devicesText.paired}>
      <Answered query={query} blocks={[64, 64]}>
        {({ devices }) => (
          <>
            {devices.length === 0 && <Box className="muted">{devicesText.none}</Box>}
            {devices.map((one) => (
              <Row
                key={one.id}
                title={one.name}
                under={[
                  devicesText.since(momentWords(one.pairedAt, now)),
                  one.lastUsedAt === null
                    ? devicesText.unused
                    : devicesText.used(agoWords(Date.parse(one.lastUsedAt), now)),
                ].join(' · ')}
                end={
                  <Tap
                    className="choice"
                    label={`${devicesText.unpair} ${one.name}`}
                    onTap={() => setLeaving(one)}
                  >
                    {devicesText.unpair}
                  </Tap>
                }
              />
            ))}
          </>
        )}
      </Answered>
      {leaving !== null && <UnpairSheet one={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  )
}

function UnpairSheet({ one, onClose }: { one: CareDevice; onClose: () => void }) {
  const unpair = useUnpair(() => {
    say(devicesText.unpaired)
    onClose()
  })
  return (
    <ConfirmSheet
      title={devicesText.unpairTitle(one.name)}
      lines={[devicesText.unpairHelp]}
      yes={devicesText.unpairYes}
      no={devicesText.stay}
      problem={unpair.error}
      busy={unpair.isPending}
      onYes={() => unpair.mutate({ params: { id: one.id } })}
      onClose={onClose}
    />
  )
}
