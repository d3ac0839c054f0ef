import { useState } from 'react'
import { lengthWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Refusal } from '../../../shared/ui/answers/refusal'
import type { Place } from '../../../shared/staff/use-communities'
import type { usePairingCode } from '../api'
import { devicesText } from '../staff-text'

interface Props {
  places: readonly [Place, ...Place[]]
  made: ReturnType<typeof usePairingCode>
}

/** Makes a code of eight digits and shows it large, for as long as it can be used. */
export function Pairing({ places, made }: Props) {
  const now = useNow(1000)
  const [community, setCommunity] = useState(places[0].code)
  const code = made.data === 'queued' ? undefined : made.data
  const secondsLeft = code === undefined ? 0 : Math.ceil((Date.parse(code.expiresAt) - now) / 1000)
  return (
    <Card title={devicesText.make}>
      <Box className="muted">{devicesText.makeHelp}</Box>
      {places.length > 1 && (
        <Box className="field">
          <Box className="label">{devicesText.where}</Box>
          <Choice
            label={devicesText.where}
            options={places.map((one) => ({ value: one.code, word: one.name }))}
            chosen={community}
            onChoose={setCommunity}
          />
        </Box>
      )}
      <Refusal problem={made.error} />
      {code !== undefined && secondsLeft > 0 && (
        <>
          <Box className="pair-code" role="status" label={`${devicesText.code} ${[...code.code].join(' ')}`}>
            {`${code.code.slice(0, 4)} ${code.code.slice(4)}`}
          </Box>
          <Box className="muted pair-valid">{devicesText.valid(leftWords(secondsLeft))}</Box>
        </>
      )}
      {code !== undefined && secondsLeft <= 0 && <Box className="pd-item__waits">{devicesText.over}</Box>}
      <Box className="after-card">
        <Button
          look={secondsLeft > 0 ? 'ghost' : 'main'}
          busy={made.isPending}
          onTap={() => made.mutate({ body: { community } })}
        >
          {devicesText.make}
        </Button>
      </Box>
    </Card>
  )
}

/** By minutes, and by seconds only at the very end, so that a screen reader is left in peace. */
const leftWords = (seconds: number) =>
  seconds >= 60 ? lengthWords(Math.floor(seconds / 60)) : `${seconds} 秒`
